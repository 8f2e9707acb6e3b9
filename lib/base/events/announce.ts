import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Catalogue, EventOf } from "#lib/base/events/define.ts";

/**
 * Makes the door by which events of a catalogue leave: one row each in the outbox, in the transaction of the change that they tell of. A
 * person announces in the own name and workspace only (`astra.announce`).
 */
export function announcerOf<Events extends Catalogue>(catalogue: Events) {
  /** @throws ZodError when an event does not hold what its name says */
  return async (tx: Transaction, events: EventOf<Events>[]): Promise<void> => {
    if (events.length === 0) return;
    const rows = events.map(({ type, workspaceId, subjects, details, occurredAt }) => ({
      workspaceId,
      type,
      subjects: catalogue[type]?.subjects.parse(subjects),
      details: catalogue[type]?.details.parse(details),
      occurredAt: occurredAt?.toISOString() ?? null,
    }));
    await tx.$executeRaw`
      select astra.announce(event."workspaceId", event.type, event.subjects, event.details, event."occurredAt")
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as event ("workspaceId" uuid, type text, subjects jsonb, details jsonb, "occurredAt" timestamptz)`;
  };
}
