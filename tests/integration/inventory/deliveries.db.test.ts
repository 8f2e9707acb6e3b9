import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { UserError } from "#lib/base/auth/user-error.ts";
import { answerReturn, changeStock } from "#lib/inventory/stock-commands.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";
import { after, arrived, effect, type Line, toCheck } from "./model.ts";
import { stockOf, stockProduct } from "./shop.ts";
import {
  bodyOf,
  type Life,
  life,
  newOrder,
  quantityOf,
  type Step,
  type ToldOrder,
  type Version,
} from "./told.ts";

/** How many orders are lived through: a few each time, a thousand before anything of stock is changed. */
const orders = Number(process.env.STOCK_DELIVERIES ?? 40);

/** What a failing run says, so that it can be had again. */
const seed = Number(process.env.STOCK_SEED ?? Date.now() % 2 ** 31);

/** So many shops send at the same time; they sell the platform's products, and each one of its own. */
const shops = 4;

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

interface Stocked {
  id: string;
  sku: string;
  expected: { stock: number; reserved: number; toCheck: number };
}

const stocked = async (owner: string | null): Promise<Stocked> => {
  const product = await stockProduct(desk, { owner, stock: 100, lowStockAt: 3 });
  // The shelf was counted before anything of this was ordered.
  await asOwner("update products set counted_at = now() - interval '1 day' where id = $1", [product.id]);
  return { ...product, expected: { stock: 100, reserved: 0, toCheck: 0 } };
};

test(`after ${orders} orders were told of by their shops in any order and twice, and worked by people, stock is what it should be`, {
  timeout: 900_000,
}, async () => {
  const lives = fc.sample(life, { numRuns: orders, seed });
  const provided = await Promise.all([stocked(null), stocked(null)]);
  const all = [...provided];
  const numbers = lives.map((_, index) => index + 1);
  const work = async () => {
    const seller = await createMember(desk.workspace, "seller");
    const store = await createStore(desk.workspace, seller);
    const own = await stocked(seller.userId);
    all.push(own);
    for (let number = numbers.pop(); number; number = numbers.pop()) {
      const one = lives[number - 1];
      const product = one && [...provided, own][one.product];
      if (one && product) await new OrderLife(store, product, newOrder(number, product.sku), one).live();
    }
  };
  await Promise.all(Array.from({ length: shops }, work));
  expect(await Promise.all(all.map(({ id }) => stockOf(id))), `with STOCK_SEED=${seed}`).toEqual(
    all.map(({ expected }) => expected),
  );
  const [left] = await asOwner<{ unprocessed: number; due: number }>(
    `select (select count(*) from webhook_deliveries delivery join integrations store on store.id = delivery.integration_id
        where store.workspace_id = $1 and delivery.status not in ('processed', 'ignored'))::int as unprocessed,
      (select count(*) from stock_due)::int as due`,
    [desk.workspace.id],
  );
  expect(left).toEqual({ unprocessed: 0, due: 0 });
});

/** An order that lives through what was drawn for it, and what a person would expect of it meanwhile. */
class OrderLife {
  readonly #store: Store;
  readonly #product: Stocked;
  readonly #order: ToldOrder;
  readonly #life: Life;
  #line: Line | null = null;
  /** The newest version that was told of. */
  #known = -1;
  #decided: { codStatus?: string; logisticStatus?: string } = {};

  constructor(store: Store, product: Stocked, order: ToldOrder, drawn: Life) {
    this.#store = store;
    this.#product = product;
    this.#order = order;
    this.#life = drawn;
  }

  async live(): Promise<void> {
    for (const step of this.#life.steps) await this.#take(step);
    if (!this.#line) throw new Error("The order was never told of.");
    const { expected } = this.#product;
    const { stock, reserved } = effect(this.#line);
    expected.stock += stock;
    expected.reserved += reserved;
    expected.toCheck += toCheck(this.#line);
  }

  async #take(step: Step): Promise<void> {
    if (step.kind === "deliver") await this.#deliver(step.version % this.#life.versions.length, step.isTwice);
    else if (step.kind === "decide") await this.#decide(step);
    else if (step.kind === "answer") await this.#answer(step);
    else {
      await changeStock(desk.admin, {
        id: this.#product.id,
        kind: "correction",
        delta: step.delta,
        reason: "Found",
      });
      this.#product.expected.stock += step.delta;
    }
  }

  async #deliver(number: number, isTwice: boolean): Promise<void> {
    const version = this.#life.versions[number];
    if (!version) throw new Error("There is no such version.");
    const body = bodyOf(this.#order, number, version);
    const topic = number === 0 ? "orders/create" : "orders/updated";
    const once = { "X-Shopify-Webhook-Id": randomUUID() };
    const deliveries = [deliverHere(this.#store, topic, body, once)];
    // Twice under one id at the same moment, and once more under another, as Shopify does when it was not answered in time.
    if (isTwice)
      deliveries.push(deliverHere(this.#store, topic, body, once), deliverHere(this.#store, topic, body));
    await Promise.all(deliveries);
    // What is older than what is known changes nothing.
    if (number <= this.#known) return;
    this.#known = number;
    const line = this.#line ?? arrived(0);
    const cod = ["rejected", "refused"].includes(this.#decided.codStatus ?? "") ? line.cod : "pending";
    const logistic = this.#decided.logisticStatus ?? logisticOf(line.logistic, version);
    this.#line = after(line, { kind: "told", quantity: quantityOf(version), cod, logistic });
  }

  async #decide({ field, to }: Step & { kind: "decide" }): Promise<void> {
    const [lead] = await asOwner<{ id: string }>(
      `select lead.id from crm_leads lead join orders whole on whole.id = lead.order_id
       where whole.integration_id = $1 and whole.external_order_id = $2`,
      [this.#store.id, String(this.#order.id)],
    );
    const change = { field, to } as Parameters<typeof changeStatus>[1]["change"];
    const request = { ids: [lead?.id ?? ""], change, note: "The buyer said so.", isOverride: false };
    const { changed } = await changeStatus(desk.admin, request);
    // The ways that are closed are closed to whoever tries them.
    if (changed.length === 0 || !this.#line) return;
    this.#decided[field] = to;
    this.#line = after(this.#line, field === "codStatus" ? { kind: "cod", to } : { kind: "logistic", to });
  }

  async #answer({ sellable, damaged }: Step & { kind: "answer" }): Promise<void> {
    const before = this.#line;
    if (!before || sellable + damaged === 0) return;
    const next = after(before, { kind: "answer", sellable, damaged });
    const [item] = await asOwner<{ id: string }>(
      `select item.id from order_items item join orders whole on whole.id = item.order_id
       where whole.integration_id = $1 and whole.external_order_id = $2`,
      [this.#store.id, String(this.#order.id)],
    );
    const answered = answerReturn(desk.admin, {
      orderItemId: item?.id ?? "",
      sellable,
      damaged,
      notReturned: 0,
    });
    const isTaken = await answered.then(
      () => true,
      (error: unknown) => {
        if (error instanceof UserError && ["nothingToCheck", "forbidden"].includes(error.key)) return false;
        throw error;
      },
    );
    expect(isTaken, `with STOCK_SEED=${seed}`).toBe(next !== before);
    this.#line = next;
  }
}

/** Where a lead is that nobody closed, once its shop told of a version: what has left comes back when its money does. */
function logisticOf(current: string, { way, isCancelled, isRefunded }: Version): string {
  if (way === "returned") return "returned";
  if (isCancelled) return ["delivered", "returned"].includes(current) ? current : "cancelled";
  if (isRefunded)
    return way !== "here" || ["shipped", "delivered", "returned"].includes(current)
      ? "returned"
      : "cancelled";
  return way === "here" ? "pending" : way;
}
