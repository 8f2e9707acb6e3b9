import "server-only";
import { forIngest, type Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { log } from "#lib/base/log.ts";
import { applyEvent } from "#lib/ingest/apply.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import { type KeptPayload, unpackPayload } from "#lib/ingest/payload.ts";
import { readEvent } from "#lib/ingest/read-event.ts";
import { tracesOf } from "#lib/ingest/traces.ts";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError, type StoreEvent } from "#lib/platforms/platform.ts";
import { writeReason } from "#lib/platforms/reason.ts";
import type { PaymentKind, StatusMeaning } from "#lib/sales/statuses.ts";
import type { StoreFault, StoreType } from "#lib/stores/model.ts";

const maxAttempts = 10;

/** Milliseconds to the next attempt after `attempts` failed ones: half a minute, then doubling up to six hours. */
export function retryDelay(attempts: number): number {
  return Math.min(30_000 * 2 ** attempts, 6 * 3_600_000);
}

interface Delivery extends KeptPayload {
  id: string;
  topic: string;
  headers: Record<string, string>;
  receivedAt: Date;
  integrationId: string;
  workspaceId: string;
  userId: string;
  type: StoreType;
  name: string;
  domain: string;
  codGateways: string[];
  paymentMethods: Record<string, PaymentKind>;
  statusMap: Record<string, StatusMeaning>;
  defaultCountry: string | null;
  fault: StoreFault | null;
  /** What the database's clock says in all of the transaction: entries of the timeline that it writes carry the same. */
  takenUpAt: Date;
}

/**
 * What came of an attempt. "busy": others of its store are being worked in, as many as may be, or the store changes hands; it has to wait,
 * and nothing was tried.
 * "continued": it is to be worked in again, for the rest of it.
 */
export type Attempt = "done" | "busy" | "continued";

/**
 * Works a stored delivery in, all of it or nothing. One that is being worked in elsewhere, or is done, is left alone. A failure
 * is written to the delivery, which is tried again later; this never throws for it.
 */
export async function processDelivery(id: string): Promise<Attempt> {
  let isTaken = false;
  let subject: string | undefined;
  try {
    return await forIngest(async (tx) => {
      const turn = await takeTurn(tx, id);
      if (turn === "busy") return "busy";
      const delivery = turn && (await lockDelivery(tx, id));
      if (!delivery) return "done";
      isTaken = true;
      const body = parseExactly(await unpackPayload(delivery));
      const event = readEvent(delivery, delivery, body);
      subject = subjectOf(event);
      const outcome = await applyEvent(tx, delivery, event, delivery.receivedAt);
      await tx.webhookDelivery.update({ where: { id }, data: standingAfter(delivery, body, outcome) });
      return outcome.status === "continued" ? "continued" : "done";
    });
  } catch (error) {
    await failAttempt(id, { isTaken, subject }, error);
    return "done";
  }
}

/** The order that an event is about, so that what fails is found by it, too. */
function subjectOf(event: StoreEvent): string | undefined {
  if ("order" in event) return orderSubject(event.order.externalId);
  return "externalOrderId" in event ? orderSubject(event.externalOrderId) : undefined;
}

/** How a delivery says which order it is about, by the store's own id. */
export function orderSubject(externalOrderId: string): string {
  return `order:${externalOrderId}`;
}

/**
 * Takes one of the two turns that the delivery's store has over all processes (turns.ts counts them within one) until the transaction
 * ends; null when there is nothing to do. While the store changes hands nobody has a turn: its owner is held before anything else
 * (`astra.hold_store_owner`), so that whoever hands it over and a delivery never wait for each other.
 */
async function takeTurn(tx: Transaction, id: string): Promise<"taken" | "busy" | null> {
  const [delivery] = await tx.$queryRaw<{ hasTurn: boolean }[]>`
    select case
      when not pg_try_advisory_xact_lock_shared(hashtextextended('owner of store:' || integration_id, 0)) then false
      when pg_try_advisory_xact_lock(hashtextextended('turn 1:' || integration_id, 0)) then true
      else pg_try_advisory_xact_lock(hashtextextended('turn 2:' || integration_id, 0)) end as "hasTurn"
    from webhook_deliveries where id = ${id}::uuid and status in ('received', 'failed')`;
  if (!delivery) return null;
  return delivery.hasTurn ? "taken" : "busy";
}

async function lockDelivery(tx: Transaction, id: string): Promise<Delivery | null> {
  const [delivery] = await tx.$queryRaw<Delivery[]>`
    select delivery.id, delivery.topic, delivery.headers, delivery.payload, delivery.payload_encoding as "payloadEncoding",
      delivery.received_at as "receivedAt",
      store.id as "integrationId", store.workspace_id as "workspaceId", store.user_id as "userId", store.type, store.name, store.domain,
      store.cod_gateways as "codGateways", store.payment_methods as "paymentMethods", store.status_map as "statusMap",
      store.default_country as "defaultCountry", store.store_error as fault,
      now()::timestamptz(3) as "takenUpAt"
    from webhook_deliveries delivery
    join integrations store on store.id = delivery.integration_id
    where delivery.id = ${id}::uuid and delivery.status in ('received', 'failed')
    for update of delivery skip locked`;
  return delivery ?? null;
}

function standingAfter(
  delivery: Delivery,
  body: unknown,
  { status, reason, subject, notUnderstood, dropsPayload }: Outcome,
): Prisma.WebhookDeliveryUpdateInput {
  if (status === "continued") return { nextAttemptAt: new Date() };
  return {
    status,
    error: reason ? writeReason(reason) : null,
    subject: subject ?? null,
    notUnderstood: notUnderstood ?? [],
    ...(dropsPayload
      ? { payload: Buffer.alloc(0), payloadEncoding: "identity", traces: [] }
      : { traces: tracesOf(delivery.integrationId, body) }),
    processedAt: delivery.takenUpAt,
    nextAttemptAt: null,
    attempts: { increment: 1 },
  };
}

/** Writes down that a delivery takes more time or memory than there is for one. Never throws. */
export function failTooLarge(id: string, cause: unknown): Promise<void> {
  return failDelivery(id, new DeliveryError({ code: "tooLarge" }, { cause }));
}

/** Writes down that an attempt failed, if it was one. Never throws. */
export async function failAttempt(
  id: string,
  { isTaken, subject }: { isTaken: boolean; subject?: string | undefined },
  error: unknown,
): Promise<void> {
  if (isTaken) await failDelivery(id, error, subject);
  // Without a connection nothing was tried: it waits for the next attempt that it was stored with.
  else log.warn({ deliveryId: id, err: error }, "a delivery could not be taken up");
}

/** Writes down that a delivery could not be worked in, what it is about as far as that was read, and when it is tried again. Never throws. */
async function failDelivery(id: string, error: unknown, subject?: string): Promise<void> {
  const isUnderstood = error instanceof DeliveryError;
  if (isUnderstood)
    log.warn({ deliveryId: id, reason: error.reason.code }, "a delivery could not be processed");
  else log.error({ deliveryId: id, err: error }, "a delivery could not be processed");
  const reason = isUnderstood ? error.reason : ({ code: "unexpected" } as const);
  try {
    await forIngest(async (tx) => {
      const delivery = await tx.webhookDelivery.findUniqueOrThrow({
        where: { id },
        select: { attempts: true },
      });
      const attempts = delivery.attempts + 1;
      await tx.webhookDelivery.updateMany({
        where: { id, status: { in: ["received", "failed"] } },
        data: {
          status: "failed",
          error: writeReason(reason),
          ...(subject && { subject }),
          attempts,
          nextAttemptAt: attempts < maxAttempts ? new Date(Date.now() + retryDelay(attempts)) : null,
        },
      });
    });
  } catch (failure) {
    // The delivery is stored with a time for its next attempt, so nothing is lost when even this can't be written.
    log.error({ deliveryId: id, err: failure }, "the failure of a delivery could not be written down");
  }
}
