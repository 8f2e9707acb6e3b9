import "server-only";
import { randomUUID } from "node:crypto";
import type { PlainStatement, Transaction } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import type { DecidedOrder } from "#lib/ingest/decide.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { writeReason } from "#lib/platforms/reason.ts";

/** Writes what an order became (astra.write_orders). */
export async function writeOrder(
  tx: Transaction,
  store: RecordingStore,
  decided: DecidedOrder,
): Promise<void> {
  const rows = new WrittenRows();
  rows.addOrder(store, decided);
  await tx.$executeRaw`select astra.write_orders(${rows.asJson()}::jsonb)`;
}

/** What came of a delivery, as it is written down. */
export interface FinishedDelivery extends Omit<Outcome, "status"> {
  id: string;
  status: "processed" | "ignored";
  traces: bigint[];
}

/** A delivery that was worked in: what came of it, and what its order became, if that changes. */
export interface WorkedIn {
  store: RecordingStore;
  decided: DecidedOrder | null;
  delivery: FinishedDelivery;
}

/** Writes what several deliveries came to, as one plain statement. */
export function writeStatement(workedIn: WorkedIn[]): PlainStatement {
  const rows = new WrittenRows();
  for (const { store, decided, delivery } of workedIn) {
    if (decided) rows.addOrder(store, decided);
    rows.addDelivery(delivery);
  }
  return { text: "select astra.write_orders($1)", values: [rows.asJson()] };
}

type Table =
  | "customers"
  | "orders"
  | "lines"
  | "refunds"
  | "leads"
  | "parts"
  | "news"
  | "events"
  | "alerts"
  | "deliveries";

/** The rows that are to be written, by what they are, as astra.write_orders takes them. */
class WrittenRows {
  readonly #rows = new Map<Table, unknown[]>();

  /** What there is none of is left out. */
  asJson(): string {
    return JSON.stringify(Object.fromEntries(this.#rows));
  }

  addOrder(store: RecordingStore, decided: DecidedOrder): void {
    const { newCustomer } = decided;
    const customerId = newCustomer ? randomUUID() : decided.order.customerId;
    const order = newCustomer ? { ...decided.order, customerId } : decided.order;
    if (newCustomer)
      this.#add("customers", { id: customerId, workspace_id: store.workspaceId, ...newCustomer });
    if (decided.orderId === null) this.#addNew({ ...decided, order });
    else this.#addNews(decided.orderId, store, { ...decided, order });
  }

  addDelivery({ id, status, reason, subject, notUnderstood, dropsPayload, traces }: FinishedDelivery): void {
    this.#add("deliveries", {
      id,
      status,
      error: reason ? writeReason(reason) : null,
      subject: subject ?? null,
      notUnderstood: notUnderstood ?? [],
      dropsPayload: dropsPayload ?? false,
      traces: dropsPayload ? [] : traces.map(String),
    });
  }

  #addNew({ order, lead, lines, ...decided }: DecidedOrder): void {
    const orderId = randomUUID();
    const leadId = lead ? randomUUID() : decided.leadId;
    this.#add("orders", { id: orderId, ...byColumn(order) });
    this.#add("lines", ...linesToWrite(lines).map((line) => ({ orderId, ...line })));
    if (decided.refunds) this.#add("refunds", { orderId, ...refundsToWrite(decided.refunds) });
    if (lead) {
      const { workspaceId, integrationId, userId, customerId, orderCreatedAt } = order;
      const ofOrder = { orderId, workspaceId, integrationId, userId, customerId, arrivedAt: orderCreatedAt };
      this.#add("leads", { id: leadId, ...byColumn({ ...lead, ...ofOrder }) });
      // No alert is queued while the bot is off.
      if (decided.isNews && env().TELEGRAM_BOT_TOKEN !== undefined) this.#add("alerts", leadId);
    } else this.#add("parts", { wholeId: decided.wholeId, customerId: order.customerId });
    this.#addEvents(leadId, decided.events);
  }

  #addNews(
    orderId: string,
    store: RecordingStore,
    { order, lead, lines, refunds, ...decided }: DecidedOrder,
  ) {
    this.#add("news", {
      orderId,
      ownerId: store.userId,
      order: byColumn(order),
      lines: linesToWrite(lines),
      refunds: refunds && refundsToWrite(refunds),
      lead: lead && byColumn(lead),
      wholeId: decided.wholeId,
      leftCustomerId: decided.leftCustomerId,
    });
    this.#addEvents(decided.leadId, decided.events);
  }

  /** An order without a lead has no timeline. */
  #addEvents(leadId: string | null, events: DecidedOrder["events"]): void {
    if (leadId !== null) this.#add("events", ...events.map((event) => ({ leadId, ...event })));
  }

  #add(table: Table, ...rows: unknown[]): void {
    if (rows.length === 0) return;
    const known = this.#rows.get(table);
    if (known) known.push(...rows);
    else this.#rows.set(table, rows);
  }
}

/** A line may come twice: the last counts. */
function linesToWrite(lines: DecidedOrder["lines"]) {
  const lastOfEach = new Map(lines.map((line) => [line.externalId, line])).values();
  return [...lastOfEach].map((line, position) => ({ ...line, position }));
}

function refundsToWrite({ written, ...refunds }: NonNullable<DecidedOrder["refunds"]>) {
  return {
    ...refunds,
    written: written.map(({ buyerMoney, refundedAt, ...refund }) => ({
      ...refund,
      buyerAmount: buyerMoney?.amount ?? null,
      buyerCurrency: buyerMoney?.currency ?? null,
      refundedAt: refundedAt ?? refunds.receivedAt,
    })),
  };
}

/** By the names that columns have in the database. */
function byColumn(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [columnName(name), value]));
}

const columnNames = new Map<string, string>();

function columnName(name: string): string {
  const known = columnNames.get(name);
  if (known !== undefined) return known;
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(name, column);
  return column;
}
