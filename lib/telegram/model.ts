import { can, type Role, seesEverything } from "#lib/base/auth/permissions.ts";

/** Why a chat can't be written to, as far as we have words of our own for it. */
export const knownStops = ["blocked", "deactivated", "kicked", "notFound", "noRights"] as const;
export type KnownStop = (typeof knownStops)[number];

/** Whether we have words for a reason; any other is Telegram's own sentence. */
export function isKnownStop(reason: string): reason is KnownStop {
  return knownStops.some((known) => known === reason);
}

/** What a link connects: a person's own chat, or the group of a workspace. */
export type LinkKind = "person" | "group";

/** For how long a link connects. Minutes. */
export const linkMinutes = 15;

/** Of which new leads somebody is told: all, those from a value on, or none. */
export const newLeadChoices = ["all", "above", "none"] as const;
export type NewLeadChoice = (typeof newLeadChoices)[number];

/** What a person and a group say alike: of which new leads they hear, and when they are not to be disturbed. */
export interface LeadPreferences {
  newLeads: NewLeadChoice;
  /** A decimal string in the workspace's currency. */
  leastValue: string | null;
  /** Stores of whose leads nothing is told. */
  mutedStores: string[];
  /** Minutes of the day. */
  quietFrom: number | null;
  quietUntil: number | null;
}

/** What a member wants to hear of in a workspace. */
export interface Preferences extends LeadPreferences {
  /** Whether the new leads are those of all, and not only the person's own. */
  everyonesLeads: boolean;
  callBacks: boolean;
  stock: boolean;
  failedDeliveries: boolean;
  /** 0 to 23, in the person's time zone; null: no summary. */
  summaryHour: number | null;
}

/** What counts until somebody says otherwise. */
export const usualPreferences: Preferences = {
  newLeads: "all",
  everyonesLeads: false,
  leastValue: null,
  mutedStores: [],
  quietFrom: null,
  quietUntil: null,
  callBacks: true,
  stock: true,
  failedDeliveries: true,
  summaryHour: null,
};

/** Of what a role can hear at all: nobody is offered what would never come. */
export interface Hearable {
  /** New leads that the person works, and calls that their buyers were promised. */
  leads: boolean;
  everyonesLeads: boolean;
  stock: boolean;
  failedDeliveries: boolean;
}

/** Of what somebody of a role can hear, besides the summary. */
export function hearableBy(role: Role): Hearable {
  const leads = can(role, "leads.write");
  return {
    leads,
    everyonesLeads: leads && seesEverything(role),
    stock: can(role, "inventory.write"),
    failedDeliveries: can(role, "stores.write"),
  };
}

/** The summary of an hour before noon tells of the day before, a later one of the day that it is sent on. */
export function summaryRange(hour: number): "yesterday" | "today" {
  return hour < 12 ? "yesterday" : "today";
}
