import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { cut } from "#lib/base/text/schema.ts";
import { loadContacts } from "#lib/customers/contacts.ts";
import { type Contact, saidOf, storeNews } from "#lib/customers/model.ts";
import { formatPhone } from "#lib/customers/phone.ts";
import { contactOf, contactSelect, correctionsOf } from "#lib/leads/contact.ts";
import { type DuplicateLead, findDuplicates } from "#lib/leads/duplicates.ts";
import type { LeadSource } from "#lib/leads/model.ts";
import { factsSelect, loadFacts, type OrderFacts, withPhonesWritten } from "#lib/orders/facts.ts";
import { type LeadStanding, withStanding } from "#lib/sales/statuses.ts";
import type { LeadEventType } from "#lib/sales/timeline/kinds.ts";
import { loadNames } from "#lib/team/names.ts";

/** Everything about one lead, as its page shows it. Amounts and quantities are decimal strings. */
export interface LeadDetail extends LeadStanding {
  id: string;
  arrivedAt: Date;
  isTest: boolean;
  source: LeadSource;
  storeName: string | null;
  seller: { id: string; name: string | null };
  /** Null: nothing is known of the buyer beyond this lead. */
  customerId: string | null;
  contact: Contact;
  /** Whether there is an order or a customer to keep an address. */
  hasAddress: boolean;
  /** What the store says now of fields that a person corrected. */
  storeNews: Partial<Contact>;
  /** What the buyer wants, when the lead was entered by hand. */
  product: string | null;
  order: OrderFacts | null;
  tags: { id: string; name: string; color: string }[];
  events: LeadTimelineEntry[];
  duplicates: DuplicateLead[];
}

export interface LeadTimelineEntry {
  id: string;
  type: LeadEventType;
  details: Record<string, string | null>;
  occurredAt: Date;
  /** Null: the system. */
  person: string | null;
}

const select = {
  id: true,
  arrivedAt: true,
  isTest: true,
  source: true,
  codStatus: true,
  logisticStatus: true,
  kpiStatus: true,
  callReason: true,
  callAttempts: true,
  callBackAt: true,
  integrationId: true,
  ...contactSelect,
  order: { select: { ...contactSelect.order.select, ...factsSelect } },
  tags: { select: { tag: { select: { id: true, name: true, color: true } } } },
  events: { orderBy: [{ occurredAt: "desc" }, { createdAt: "desc" }], take: 200 },
} satisfies Prisma.LeadSelect;

type Found = Prisma.LeadGetPayload<{ select: typeof select }>;

/** One lead; null when there is none that the person may see. */
export async function getLead(session: Session, id: string): Promise<LeadDetail | null> {
  return forUser(session, async (tx) => {
    const lead = await tx.lead.findFirst({ where: { id, workspaceId: session.workspace.id }, select });
    if (!lead) return null;
    const names = await loadNames(tx, session);
    const { codStatus, logisticStatus, kpiStatus, callReason } = withStanding(lead);
    const known = await loadContacts(tx, session, [lead]);
    const contact = contactOf(lead, known(lead));
    const corrections = correctionsOf(lead);
    const duplicates = await findDuplicates(tx, session, lead);
    const details = detailsOf(lead.events);
    return {
      id: lead.id,
      arrivedAt: lead.arrivedAt,
      isTest: lead.isTest,
      source: lead.source as LeadSource,
      codStatus,
      logisticStatus,
      kpiStatus,
      callReason,
      callAttempts: lead.callAttempts,
      callBackAt: lead.callBackAt,
      storeName: lead.integrationId ? (names.stores.get(lead.integrationId) ?? null) : null,
      seller: { id: lead.userId, name: names.people.get(lead.userId) ?? null },
      customerId: lead.customerId,
      contact,
      hasAddress: lead.order !== null || lead.customerId !== null,
      storeNews: storeNews(saidOf(corrections), corrections, contact),
      product: productOf(lead),
      order: lead.order && withPhonesWritten(await loadFacts(tx, lead.order)),
      tags: lead.tags.map(({ tag }) => tag),
      events: lead.events.map((event, index) => ({
        id: event.id,
        type: event.type as LeadEventType,
        details: details[index] ?? {},
        occurredAt: event.occurredAt,
        person: event.userId ? (names.people.get(event.userId) ?? null) : null,
      })),
      duplicates,
    };
  });
}

/** What stores say of changes may be long, and there may be many: older ones are then told in fewer words. Characters. */
const longestDetail = 150;
const shortDetail = 30;
const mostDetails = 15_000;

/** The details of events, newest first; what people write is shown whole. */
function detailsOf(events: Found["events"]): LeadTimelineEntry["details"][] {
  let told = 0;
  return events.map(({ type, details }) => {
    if (type === "note") return details as LeadTimelineEntry["details"];
    const isPhone = (details as LeadTimelineEntry["details"]).field === "phone";
    const longest = told < mostDetails ? longestDetail : shortDetail;
    const said = Object.entries(details as LeadTimelineEntry["details"]).map(([name, value]) => {
      const text = typeof value === "string" ? cut(isPhone ? formatPhone(value) : value, longest) : value;
      told += text?.length ?? 0;
      return [name, text];
    });
    return Object.fromEntries(said);
  });
}

function productOf({ events }: Found): string | null {
  const arrived = events.find(({ type }) => type === "arrived");
  return (arrived?.details as { product?: string | null } | undefined)?.product ?? null;
}
