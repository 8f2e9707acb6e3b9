import type { StoreType } from "#lib/stores/model.ts";
import type { Random } from "#scripts/simulator/random.ts";
import {
  shopifyAddress,
  shopifyFulfillment,
  shopifyLine,
  shopifyOrder,
  shopifyRefund,
} from "#tests/fixtures/shopify-order.ts";
import { wooAddress, wooOrder } from "#tests/fixtures/woocommerce-order.ts";

/** One delivery of a history. */
export interface Told {
  topic: string;
  body: object;
}

/** All that a store tells of a few orders. */
export interface History {
  type: StoreType;
  /** In the order in which it happened. No two of an order have the same date, so that they may arrive in any order. */
  news: Told[];
  /** What has no date: it arrives after the news, in this order. */
  afterwards: Told[];
}

/** Draws what a store tells of one to three orders, whose buyers are some of three people. */
export function drawHistory(random: Random, number: number): History {
  const type = random.pick(["shopify", "shopify", "woocommerce"] as const);
  const tell = type === "shopify" ? tellShopify : tellWooCommerce;
  const orders = Array.from({ length: random.between(1, 3) }, (_, order) => tell(random, number, order));
  return {
    type,
    news: orders.flatMap(({ news }) => news),
    afterwards: orders.flatMap(({ afterwards }) => afterwards),
  };
}

/** Where the parcel of an order is; what left is not cancelled any more, since that would depend on what was heard first. */
type Parcel = "here" | "shipped" | "delivered" | "cancelled";
const next = {
  here: ["shipped", "delivered", "cancelled"],
  shipped: ["delivered"],
  delivered: [],
  cancelled: [],
} as const satisfies Record<Parcel, readonly Parcel[]>;
const always = ["edited", "paid", "refunded", "moved", "readdressed"] as const;

function isOfParcel(happens: string): happens is Parcel {
  return Object.hasOwn(next, happens);
}

type Life = Pick<History, "news" | "afterwards">;

interface Buyer {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
}

function drawBuyer(random: Random, number: number): Buyer {
  const person = random.between(1, 3);
  const name = random.pick(["Ana Pop", "Pop Ana", "Ion Rus", `Vera Iancu ${person}`]);
  const email = random.chance(0.8) ? `buyer-${number}-${person}@example.com` : null;
  const phone = random.chance(0.8) || !email ? `+4072${String(1_000_000 + number * 10 + person)}` : null;
  return { id: 7_000 + person, name, email, phone };
}

const moment = (step: number) => new Date(Date.UTC(2026, 2, 2, 8) + step * 3_600_000);

function tellShopify(random: Random, number: number, order: number): Life {
  const id = 5_000_000_000 + number * 10 + order;
  let buyer = drawBuyer(random, number);
  const created = shopifyState(id, buyer, order);
  let state: Record<string, unknown> = created;
  const news: Told[] = [{ topic: "orders/create", body: state }];
  const afterwards: Told[] = [];
  const steps = random.between(1, 5);
  let parcel: Parcel = "here";
  for (let step = 1; step <= steps; step++) {
    const at = moment(order + step).toISOString();
    const happens: string = random.pick<string>([...always, ...next[parcel]]);
    if (isOfParcel(happens)) parcel = happens;
    if (happens === "moved") {
      buyer = drawBuyer(random, number);
      state = { ...state, ...shopifyBuyer(buyer) };
    }
    const change = shopifyChange(random, happens, id, at, state);
    state = { ...state, ...change.state, updated_at: at };
    news.push({ topic: random.pick(change.topics), body: state }, ...change.also);
  }
  if (random.chance(0.2)) afterwards.push({ topic: "orders/delete", body: { id } });
  if (random.chance(0.2))
    afterwards.push({
      topic: "orders/updated",
      body: { ...state, note: "again", updated_at: moment(order + 100).toISOString() },
    });
  if (random.chance(0.1))
    afterwards.push({
      topic: "customers/redact",
      body: {
        shop_domain: "SHOP",
        customer: { id: buyer.id, email: buyer.email, phone: buyer.phone },
        orders_to_redact: [id],
      },
    });
  return { news, afterwards };
}

function shopifyState(id: number, buyer: Buyer, order: number): Record<string, unknown> {
  return shopifyOrder({
    id,
    name: `#${id}`,
    created_at: moment(order).toISOString(),
    updated_at: moment(order).toISOString(),
    payment_gateway_names: [order === 1 ? "shopify_payments" : "Cash on Delivery (COD)"],
    line_items: linesOf(id, 2),
    ...shopifyBuyer(buyer),
  });
}

/** A line that was taken off is kept only by who heard of it before: orders keep theirs. */
function linesOf(id: number, quantity: number) {
  return [
    shopifyLine({ id: id * 10, quantity, current_quantity: quantity }),
    shopifyLine({ id: id * 10 + 1, sku: "MUG-2", quantity: 1, price: "10.00" }),
  ];
}

function shopifyBuyer({ id, name, email, phone }: Buyer): Record<string, unknown> {
  const [first_name, last_name] = name.split(" ");
  return {
    email,
    phone,
    contact_email: email,
    customer: { id, email, phone, first_name, last_name },
    shipping_address: shopifyAddress({ name, first_name, last_name, phone }),
  };
}

/** What an order becomes, under which topics that is told, and what is told beside. */
function shopifyChange(
  random: Random,
  happens: string,
  id: number,
  at: string,
  state: Record<string, unknown>,
): { state: Record<string, unknown>; topics: string[]; also: Told[] } {
  const updated = { topics: ["orders/updated"], also: [] };
  if (happens === "edited")
    return {
      ...updated,
      state: {
        current_total_price: `${random.between(1, 12)}0.00`,
        line_items: linesOf(id, random.between(1, 4)),
      },
    };
  if (happens === "paid")
    return { state: { financial_status: "paid" }, topics: ["orders/paid", "orders/updated"], also: [] };
  if (happens === "cancelled")
    return {
      state: { cancelled_at: at, financial_status: "voided" },
      topics: ["orders/cancelled", "orders/updated"],
      also: [],
    };
  if (happens === "readdressed")
    return {
      ...updated,
      state: {
        shipping_address: {
          ...(state.shipping_address as object),
          address1: `Strada ${random.between(1, 9)}`,
        },
      },
    };
  if (happens === "refunded") {
    const refundId = id * 10 + random.between(1, 2);
    const told = (state.refunds as { id: number; created_at: string }[]).find((one) => one.id === refundId);
    const refund = shopifyRefund({
      id: refundId,
      // A refund that is told again is as old as it was.
      created_at: told?.created_at ?? at,
      transactions: [
        { id: id * 10 + 5, kind: "refund", status: "success", amount: "20.00", currency: "RON" },
      ],
    });
    const others = (state.refunds as { id: number }[]).filter((one) => one.id !== refund.id);
    const also = random.chance(0.5) ? [{ topic: "refunds/create", body: { ...refund, order_id: id } }] : [];
    return {
      state: {
        financial_status: "partially_refunded",
        current_total_price: "100.00",
        refunds: [...others, refund],
      },
      topics: ["orders/updated"],
      also,
    };
  }
  if (happens === "shipped" || happens === "delivered") {
    const parcel = shopifyFulfillment({
      id: id * 10,
      order_id: id,
      shipment_status: happens === "delivered" ? "delivered" : null,
      updated_at: at,
    });
    const also = random.chance(0.5) ? [{ topic: "fulfillments/update", body: parcel }] : [];
    return {
      state: { fulfillment_status: "fulfilled", fulfillments: [parcel] },
      topics: ["orders/fulfilled"],
      also,
    };
  }
  return { ...updated, state: {} };
}

function tellWooCommerce(random: Random, number: number, order: number): Life {
  const id = number * 10 + order + 1;
  const date = (step: number) => moment(step).toISOString().slice(0, 19);
  const billing = ({ name, email, phone }: Buyer) => {
    const [first_name, last_name] = name.split(" ");
    return wooAddress({ first_name, last_name, email: email ?? "", phone: phone ?? "" });
  };
  let state = wooOrder({
    id,
    number: String(id),
    date_created_gmt: date(order),
    date_modified_gmt: date(order),
    billing: billing(drawBuyer(random, number)),
  });
  const news: Told[] = [{ topic: "order.created", body: state }];
  const afterwards: Told[] = [];
  const steps = random.between(1, 5);
  const end = random.pick([
    { status: "completed", date_paid_gmt: date(order + steps) },
    { status: "cancelled" },
    {},
  ]);
  for (let step = 1; step <= steps; step++) {
    const before = random.pick([
      { status: "on-hold" },
      { status: "pending" },
      { billing: billing(drawBuyer(random, number)) },
      { refunds: [{ id: id * 10 + 1, total: "-5.00" }] },
    ]);
    const change = step === steps ? end : before;
    state = { ...state, ...change, date_modified_gmt: date(order + step) };
    news.push({ topic: "order.updated", body: state });
  }
  if (random.chance(0.3)) {
    afterwards.push({ topic: "order.deleted", body: { id } });
    if (random.chance(0.5)) afterwards.push({ topic: "order.restored", body: state });
  }
  return { news, afterwards };
}
