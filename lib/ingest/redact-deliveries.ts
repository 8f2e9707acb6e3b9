import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { requireTraces } from "#lib/ingest/kept-deliveries.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { anybody, tracesOfNamed } from "#lib/ingest/traces.ts";
import type { StorePrivacyRequest } from "#lib/platforms/platform.ts";
import { writeReason } from "#lib/platforms/reason.ts";

const payloadsAtOnce = 10_000;

/**
 * The kept payloads carry the person's data too: those of the orders, of the customer, and any that names the e-mail or phone; they are
 * found by their traces. What is emptied can't be worked in any more.
 *
 * @param orderIds the orders found, by the store's ids
 * @returns false when there are more than can be emptied at once
 * @throws DeliveryError while there are payloads of which nobody knows yet whom they name
 */
export async function redactDeliveries(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  orderIds: string[],
): Promise<boolean> {
  const { kind, externalCustomerId: customerId, email, phone } = request;
  const isOfShop = kind === "redact_shop";
  if (!isOfShop) await requireTraces(tx, store.integrationId);
  const ids = [...orderIds, ...request.externalOrderIds];
  const subjects = [...ids.map((id) => `order:${id}`), ...(customerId ? [`customer:${customerId}`] : [])];
  const traces = tracesOfNamed(store.integrationId, {
    ids: customerId ? [...ids, customerId] : ids,
    emails: email ? [email] : [],
    phones: phone ? [phone] : [],
  });
  const emptied = await tx.$executeRaw`
    update webhook_deliveries
    set payload = '', payload_encoding = 'identity', traces = '{}', next_attempt_at = null,
      status = case status when 'failed' then 'ignored' else status end,
      error = case status when 'processed' then error else ${writeReason({ code: "redacted" })} end
    where id in (
      select id from webhook_deliveries
      where integration_id = ${store.integrationId}::uuid and status <> 'received' and payload <> ''
        and (
          ${isOfShop}
          or traces && ${[anybody, ...traces].map(String)}::bigint[]
          or subject = any (${subjects}::text[])
        )
      limit ${payloadsAtOnce}
    )`;
  return emptied < payloadsAtOnce;
}
