import "server-only";
import type { PlainStatement, Transaction } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import type { DecidedOrder } from "#lib/ingest/decide.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";

/** Writes what an order became (astra.write_order). */
export async function writeOrder(
  tx: Transaction,
  store: RecordingStore,
  decided: DecidedOrder,
): Promise<void> {
  await tx.$executeRaw`select astra.write_order(${JSON.stringify(asWritten(store, decided))}::jsonb)`;
}

/** What came of a delivery, as it is written down. */
export interface FinishedDelivery extends Omit<Outcome, "status"> {
  id: string;
  status: "processed" | "ignored";
  traces: bigint[];
}

/** The same as one plain statement, together with what came of the delivery that told of the order. */
export function writeOrderStatement(
  store: RecordingStore,
  decided: DecidedOrder,
  delivery: FinishedDelivery,
): PlainStatement {
  const change = { ...asWritten(store, decided), delivery: outcomeAsWritten(delivery) };
  return { text: "select astra.write_order($1)", values: [JSON.stringify(change)] };
}

/** What came of a delivery that changed nothing. */
export function finishStatement(delivery: FinishedDelivery): PlainStatement {
  const outcome = outcomeAsWritten(delivery);
  return {
    text: "select astra.finish_delivery($1)",
    values: [JSON.stringify(outcome)],
  };
}

function outcomeAsWritten({
  id,
  status,
  reason,
  subject,
  notUnderstood,
  dropsPayload,
  traces,
}: FinishedDelivery) {
  return {
    id,
    status,
    error: reason ?? null,
    subject: subject ?? null,
    notUnderstood: notUnderstood ?? [],
    dropsPayload: dropsPayload ?? false,
    traces: dropsPayload ? [] : traces.map(String),
  };
}

/** A line may come twice: the last counts. */
function asWritten(store: RecordingStore, { order, lead, lines, refunds, isNews, ...decided }: DecidedOrder) {
  const lastOfEach = new Map(lines.map((line) => [line.externalId, line])).values();
  return {
    ...decided,
    workspaceId: store.workspaceId,
    ownerId: store.userId,
    order: byColumn(order),
    lead: lead && byColumn(lead),
    lines: [...lastOfEach].map((line, position) => ({ ...line, position })),
    refunds: refunds && {
      ...refunds,
      written: refunds.written.map(({ buyerMoney, refundedAt, ...refund }) => ({
        ...refund,
        buyerAmount: buyerMoney?.amount ?? null,
        buyerCurrency: buyerMoney?.currency ?? null,
        refundedAt: refundedAt ?? refunds.receivedAt,
      })),
    },
    // No alert is queued while the bot is off.
    alerts: isNews && env().TELEGRAM_BOT_TOKEN !== undefined,
    delivery: null,
  };
}

/** By the names that columns have in the database. */
function byColumn(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [columnName(name), value]));
}

function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
