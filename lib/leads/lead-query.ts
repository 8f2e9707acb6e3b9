import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { loadContacts } from "#lib/customers/contacts.ts";
import { type Contact, saidOf, storeNews } from "#lib/customers/model.ts";
import { contactOf, contactSelect, correctionsOf } from "#lib/leads/contact.ts";
import { type DuplicateLead, findDuplicates } from "#lib/leads/duplicates.ts";
import type { LeadSource } from "#lib/leads/model.ts";
import { type LeadTimelineEntry, newestEvents, timelineOf } from "#lib/leads/timeline.ts";
import { factsSelect, loadFacts, type OrderFacts, withPhonesWritten } from "#lib/orders/facts.ts";
import { type LeadStanding, withStanding } from "#lib/sales/statuses.ts";
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
  /** Whether there is an order, a customer or an address already to keep one. */
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
  events: newestEvents,
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
      hasAddress: lead.order !== null || lead.customerId !== null || lead.address !== null,
      storeNews: storeNews(saidOf(corrections), corrections, contact),
      product: productOf(lead),
      order: lead.order && withPhonesWritten(await loadFacts(tx, lead.order)),
      tags: lead.tags.map(({ tag }) => tag),
      events: timelineOf(lead.events, names.people),
      duplicates,
    };
  });
}

function productOf({ events }: Found): string | null {
  const arrived = events.find(({ type }) => type === "arrived");
  return (arrived?.details as { product?: string | null } | undefined)?.product ?? null;
}
