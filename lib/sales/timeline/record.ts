import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { type DetailsOf, detailsOf } from "#lib/sales/timeline/details.ts";
import type { LeadEventType } from "#lib/sales/timeline/kinds.ts";

/** An entry to write on a lead's timeline. */
export type TimelineEntry<Type extends LeadEventType = LeadEventType> = {
  [Kind in Type]: {
    id?: string;
    leadId: string;
    /** Whose doing it is; null: the system's. */
    userId: string | null;
    type: Kind;
    details: DetailsOf<Kind>;
    occurredAt?: Date;
  };
}[Type];

/**
 * Writes entries on timelines. The database leaves an event in the outbox for each, in the same transaction
 * (`astra.announce_lead_events`).
 *
 * @throws ZodError when details hold what their kind does not
 */
export async function recordEvents(tx: Transaction, entries: TimelineEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.leadEvent.createMany({ data: entries.map((entry) => ({ ...entry, details: checked(entry) })) });
}

function checked({ type, details }: TimelineEntry): Prisma.InputJsonObject {
  return detailsOf[type].parse(details) as Prisma.InputJsonObject;
}
