import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import type { Label } from "#lib/orders/model.ts";
import type { CallReason, OrderStatus, PaymentKind, PaymentStatus } from "#lib/sales/statuses.ts";

/** What an order is and what it came to, as pages show it. Amounts and quantities are decimal strings. */
export interface OrderFacts {
  id: string;
  number: string;
  status: OrderStatus;
  /** The status in the store's own word, when nobody knows what it means. */
  unknownStatus: string | null;
  callReason: CallReason | null;
  paymentStatus: PaymentStatus;
  paymentKind: PaymentKind;
  gateways: string[];
  currency: string;
  /** As placed. */
  total: string;
  /** After edits and refunds. */
  currentTotal: string;
  refunded: string;
  /** What is still to be paid. */
  due: string;
  /** What the total is made of beside the lines; null where the store doesn't say. */
  beside: Record<"shipping" | "tax" | "discount" | "fees", string | null>;
  /** The buyer's own money, when that is not the shop's. */
  buyerMoney: { currency: string; total: string; due: string } | null;
  createdAt: Date;
  deletedInStoreAt: Date | null;
  /** What the buyer and the shop said beside the address. */
  note: string | null;
  attributes: Label[];
  shippingMethod: string | null;
  trackingNumbers: string[];
  company: string | null;
  taxNumber: string | null;
  otherPhones: string[];
  /** Fields of the store's last word that nobody understood. */
  notUnderstood: string[];
  /** The first lines, as many as a page shows. */
  items: OrderLine[];
  /** How many lines there are beyond these, and what they came to; null when these are all. */
  more: { count: number; total: string } | null;
}

export interface OrderLine {
  id: string;
  name: string;
  sku: string | null;
  quantity: string;
  currentQuantity: string;
  price: string;
  /** What the line came to as it was placed. */
  total: string;
  attributes: Label[];
}

/** However many lines an order has, nobody reads more of them on a page. */
const mostShown = 100;
/** Of the lines' names, SKUs and attributes, so that no page grows beyond what a browser takes well. Characters. */
const mostText = 20_000;
/** The same for each list of what the buyer and the shop said beside the lines. */
const mostSaid = 5_000;

/** What `loadFacts` needs of an order. */
export const factsSelect = {
  id: true,
  orderNumber: true,
  status: true,
  storeStatus: true,
  isStatusUnknown: true,
  callReason: true,
  paymentStatus: true,
  paymentKind: true,
  gateways: true,
  currency: true,
  totalAmount: true,
  currentTotalAmount: true,
  refundedAmount: true,
  amountDue: true,
  shippingAmount: true,
  taxAmount: true,
  discountAmount: true,
  feeAmount: true,
  buyerCurrency: true,
  buyerTotalAmount: true,
  buyerAmountDue: true,
  orderCreatedAt: true,
  deletedInStoreAt: true,
  note: true,
  attributes: true,
  shippingMethod: true,
  trackingNumbers: true,
  company: true,
  taxNumber: true,
  otherPhones: true,
  notUnderstood: true,
  items: {
    orderBy: { position: "asc" },
    take: mostShown + 1,
    select: {
      id: true,
      productName: true,
      productSku: true,
      quantity: true,
      currentQuantity: true,
      pricePerUnit: true,
      lineTotal: true,
      attributes: true,
    },
  },
} satisfies Prisma.OrderSelect;

type StoredOrder = Prisma.OrderGetPayload<{ select: typeof factsSelect }>;

/** An order of the database as pages show it; of very many lines, the rest is added up. */
export async function loadFacts(tx: Transaction, order: StoredOrder): Promise<OrderFacts> {
  const items = shownOf(order.items.map(lineOf));
  const more = items.length < order.items.length ? await addUpOthers(tx, order.id, items) : null;
  return { ...factsOf(order), items, more };
}

function shownOf(lines: OrderLine[]): OrderLine[] {
  const lengthOf = ({ name, sku, attributes }: OrderLine) =>
    name.length + (sku?.length ?? 0) + attributes.reduce((sum, label) => sum + lengthOfLabel(label), 0);
  return upTo(lines.slice(0, mostShown), mostText, lengthOf);
}

/** The first of a list, as many as come to so many characters, but one at least. */
function upTo<Item>(list: Item[], most: number, lengthOf: (item: Item) => number): Item[] {
  let text = 0;
  const end = list.findIndex((item) => {
    text += lengthOf(item);
    return text > most;
  });
  return end < 0 ? list : list.slice(0, Math.max(end, 1));
}

function lengthOfLabel({ label, value }: Label): number {
  return label.length + value.length;
}

async function addUpOthers(
  tx: Transaction,
  orderId: string,
  shown: OrderLine[],
): Promise<OrderFacts["more"]> {
  const [others] = await tx.$queryRaw<{ count: number; total: string }[]>`
    select count(*)::int as count, coalesce(sum(coalesce(line_total, price_per_unit * quantity)), 0)::text as total
    from order_items where order_id = ${orderId}::uuid and id <> all (${shown.map(({ id }) => id)}::uuid[])`;
  return others ?? null;
}

function factsOf(order: StoredOrder): Omit<OrderFacts, "items" | "more"> {
  return {
    id: order.id,
    number: order.orderNumber,
    status: order.status as OrderStatus,
    unknownStatus: order.isStatusUnknown ? order.storeStatus : null,
    callReason: order.callReason as CallReason | null,
    paymentStatus: order.paymentStatus as PaymentStatus,
    paymentKind: order.paymentKind as PaymentKind,
    gateways: upTo(order.gateways, mostSaid, ({ length }) => length),
    currency: order.currency,
    total: order.totalAmount.toString(),
    currentTotal: order.currentTotalAmount.toString(),
    refunded: order.refundedAmount.toString(),
    due: order.amountDue.toString(),
    beside: {
      shipping: order.shippingAmount?.toString() ?? null,
      tax: order.taxAmount?.toString() ?? null,
      discount: order.discountAmount?.toString() ?? null,
      fees: order.feeAmount?.toString() ?? null,
    },
    buyerMoney: buyerMoneyOf(order),
    createdAt: order.orderCreatedAt,
    deletedInStoreAt: order.deletedInStoreAt,
    note: order.note,
    attributes: upTo(labelsOf(order.attributes), mostSaid, lengthOfLabel),
    shippingMethod: order.shippingMethod,
    trackingNumbers: upTo(order.trackingNumbers, mostSaid, ({ length }) => length),
    company: order.company,
    taxNumber: order.taxNumber,
    otherPhones: order.otherPhones,
    notUnderstood: order.notUnderstood,
  };
}

function lineOf(item: StoredOrder["items"][number]): OrderLine {
  return {
    id: item.id,
    name: item.productName,
    sku: item.productSku,
    quantity: item.quantity.toString(),
    currentQuantity: item.currentQuantity.toString(),
    price: item.pricePerUnit.toString(),
    total: (item.lineTotal ?? item.pricePerUnit.times(item.quantity)).toString(),
    attributes: labelsOf(item.attributes),
  };
}

function buyerMoneyOf({
  buyerCurrency,
  buyerTotalAmount,
  buyerAmountDue,
}: StoredOrder): OrderFacts["buyerMoney"] {
  if (buyerCurrency === null) return null;
  return {
    currency: buyerCurrency,
    total: buyerTotalAmount?.toString() ?? "0",
    due: buyerAmountDue?.toString() ?? "0",
  };
}

/** What ingest alone writes. */
function labelsOf(value: unknown): Label[] {
  return value as Label[];
}
