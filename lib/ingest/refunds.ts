import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { compareRefunds, type KnownRefund, type RefundChanges } from "#lib/ingest/settle.ts";
import type { StoreRefund } from "#lib/platforms/platform.ts";

/** When a store said something of refunds, by its own clock, and when Astra heard of it. */
export interface Said {
  at: Date;
  receivedAt: Date;
}

/**
 * Writes the list of an order's refunds: dated rows, of which those that the store took back stay, void.
 *
 * @returns what changed, for the timeline
 */
export async function writeRefunds(
  tx: Transaction,
  orderId: string,
  listed: StoreRefund[],
  said: Said,
): Promise<RefundChanges> {
  const changes = compareRefunds(await readRefunds(tx, orderId), listed, said.at);
  await upsertRefunds(tx, orderId, [...changes.added, ...changes.changed.map((one) => one.refund)], said);
  const gone = changes.takenBack.map((row) => row.externalId);
  if (gone.length > 0) {
    await tx.$executeRaw`
      update order_refunds set voided_at = ${said.receivedAt}, said_at = ${said.at}
      where order_id = ${orderId}::uuid and external_refund_id = any (${gone}::text[])`;
  }
  await sumRefunds(tx, orderId);
  return changes;
}

/**
 * Writes one refund that the store told by itself. One that the store's own list has taken back since stays so.
 *
 * @returns what was given back, of a refund that was not known before; else null
 */
export async function writeRefund(
  tx: Transaction,
  orderId: string,
  refund: StoreRefund,
  said: Said,
): Promise<StoreRefund | null> {
  const known = await readRefunds(tx, orderId);
  const row = known.find(({ externalId }) => externalId === refund.externalId);
  const others = known.filter((one) => one !== row && !one.isVoid);
  if (row && (row.isVoid ? row.saidAt >= said.at : row.amount === refund.amount)) return null;
  const [left] = await tx.$queryRaw<{ amount: string }[]>`
    select least(${refund.amount}::numeric, greatest(received_amount - (
      select coalesce(sum(kept::numeric), 0) from unnest(${others.map((one) => one.amount)}::text[]) kept), 0))::text as amount
    from orders where id = ${orderId}::uuid`;
  if (!left || Number(left.amount) === 0) return null;
  const given = { ...refund, amount: left.amount };
  await upsertRefunds(tx, orderId, [given], said);
  await sumRefunds(tx, orderId);
  return !row || row.isVoid ? given : null;
}

function readRefunds(tx: Transaction, orderId: string): Promise<KnownRefund[]> {
  return tx.$queryRaw<KnownRefund[]>`
    select external_refund_id as "externalId", amount::text, said_at as "saidAt", voided_at is not null as "isVoid"
    from order_refunds where order_id = ${orderId}::uuid`;
}

async function upsertRefunds(
  tx: Transaction,
  orderId: string,
  refunds: StoreRefund[],
  said: Said,
): Promise<void> {
  if (refunds.length === 0) return;
  const rows = refunds.map(({ externalId, amount, buyerMoney, refundedAt }) => ({
    externalId,
    amount,
    buyerAmount: buyerMoney?.amount ?? null,
    buyerCurrency: buyerMoney?.currency ?? null,
    refundedAt: refundedAt ?? said.receivedAt,
  }));
  await tx.$executeRaw`
    insert into order_refunds (order_id, external_refund_id, amount, buyer_amount, buyer_currency, refunded_at, said_at)
    select ${orderId}::uuid, refund."externalId", refund.amount, refund."buyerAmount", refund."buyerCurrency",
      refund."refundedAt", ${said.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as refund ("externalId" text, amount numeric,
      "buyerAmount" numeric, "buyerCurrency" text, "refundedAt" timestamptz)
    on conflict (order_id, external_refund_id) do update
    set amount = excluded.amount, buyer_amount = excluded.buyer_amount, buyer_currency = excluded.buyer_currency,
      said_at = excluded.said_at, voided_at = null`;
}

async function sumRefunds(tx: Transaction, orderId: string): Promise<void> {
  await tx.$executeRaw`
    update orders
    set refunded_amount = least(received_amount, (
      select coalesce(sum(amount), 0) from order_refunds where order_id = ${orderId}::uuid and voided_at is null))
    where id = ${orderId}::uuid`;
}
