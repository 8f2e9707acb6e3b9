import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { deliveryColumns, withStoreAndOrder } from "#lib/deliveries/list-query.ts";
import type { LoggedDelivery, WithKeptReason } from "#lib/deliveries/queries.ts";
import { type KeptPayload, unpackPayload } from "#lib/ingest/payload.ts";
import { isKeptHeader } from "#lib/ingest/store-delivery.ts";
import type { LeadTimelineEntry } from "#lib/leads/timeline.ts";
import { readReason } from "#lib/platforms/reason.ts";
import type { OrderStatus } from "#lib/sales/statuses.ts";

/** One delivery as its page shows it. */
export interface DeliveryDetail extends LoggedDelivery {
  headers: Record<string, string>;
  processedAt: Date | null;
  nextAttemptAt: Date | null;
  /** When its payload was dropped; null while it is kept. */
  droppedAt: Date | null;
  /** How many days the workspace keeps payloads. */
  payloadDays: number;
  /** What it changed, as the timeline tells it. */
  changes: LeadTimelineEntry[];
  /** The order that it is about as it stands now, and the lead. */
  orderStatus: OrderStatus | null;
  leadId: string | null;
}

type StoredDelivery = Omit<WithKeptReason<DeliveryDetail>, "changes">;

/** One delivery; null when there is none that the person may see. */
export async function getDelivery(session: Session, id: string): Promise<DeliveryDetail | null> {
  return forUser(session, async (tx) => {
    // Nothing is written to a delivery whose payload was dropped, so that its last change was that.
    const [delivery] = await tx.$queryRaw<StoredDelivery[]>`
      select ${deliveryColumns}, delivery.headers, delivery.processed_at as "processedAt",
        delivery.next_attempt_at as "nextAttemptAt",
        case when delivery.payload = '' then delivery.updated_at end as "droppedAt",
        (select workspace.payload_days from workspaces workspace where workspace.id = store.workspace_id) as "payloadDays",
        "order".status as "orderStatus",
        (select lead.id from crm_leads lead
          where lead.order_id in ("order".id, "order".parent_order_id) limit 1) as "leadId"
      from webhook_deliveries delivery ${withStoreAndOrder}
      where delivery.id = ${id}::uuid and store.workspace_id = ${session.workspace.id}::uuid`;
    if (!delivery) return null;
    // Those of earlier days were kept with what proxies added.
    const headers = Object.entries(delivery.headers).filter(([name]) => isKeptHeader(name));
    return {
      ...delivery,
      reason: readReason(delivery.reason),
      headers: Object.fromEntries(headers),
      changes: await findChanges(tx, delivery),
    };
  });
}

const mostChanges = 20;

/** The entries that were written in the transaction which worked the delivery in: they carry the same time of the database's clock. */
function findChanges(tx: Transaction, { leadId, processedAt }: StoredDelivery): Promise<LeadTimelineEntry[]> {
  return tx.$queryRaw<LeadTimelineEntry[]>`
    select event.id, event.type, event.details, event.occurred_at as "occurredAt", null as person
    from crm_lead_events event
    where event.lead_id = ${leadId}::uuid and event.user_id is null and event.created_at = ${processedAt}::timestamptz
      and event.type not in ('alert_sent', 'alert_failed')
    order by event.occurred_at desc, event.id limit ${mostChanges}`;
}

/** The bytes of a delivery's body, as they came; null when they were dropped, or there is no such delivery that the person may see. */
export async function readBodyOf(session: Session, id: string): Promise<Uint8Array | null> {
  const [kept] = await forUser(
    session,
    (tx) => tx.$queryRaw<KeptPayload[]>`
      select delivery.payload, delivery.payload_encoding as "payloadEncoding"
      from webhook_deliveries delivery join integrations store on store.id = delivery.integration_id
      where delivery.id = ${id}::uuid and store.workspace_id = ${session.workspace.id}::uuid and delivery.payload <> ''`,
  );
  return kept ? unpackPayload(kept) : null;
}
