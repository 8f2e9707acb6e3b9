import type { Permission } from "#lib/base/auth/permissions.ts";
import type { StatusChange } from "#lib/leads/model.ts";

/** What one does with a lead in the list most often, by bar or by key. */
export interface LeadAct {
  name: "confirm" | "noAnswer" | "callBack" | "ship" | "tag" | "assign";
  key: string;
  permission: Permission;
  /** Left out where something has to be asked first. */
  change?: StatusChange;
}

export const leadActs: LeadAct[] = [
  { name: "confirm", key: "y", permission: "leads.write", change: { field: "codStatus", to: "confirmed" } },
  { name: "noAnswer", key: "n", permission: "leads.write", change: { field: "codStatus", to: "no_answer" } },
  { name: "callBack", key: "b", permission: "leads.write" },
  { name: "ship", key: "s", permission: "leads.write", change: { field: "logisticStatus", to: "shipped" } },
  { name: "tag", key: "t", permission: "leads.write" },
  { name: "assign", key: "a", permission: "leads.reassign" },
];

/** The act that makes a change of status, when it is one of them. */
export function actOf(change: StatusChange): LeadAct | undefined {
  return leadActs.find((act) => act.change?.field === change.field && act.change.to === change.to);
}
