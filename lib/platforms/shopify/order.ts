import { Decimal } from "decimal.js";
import type { StoreContext, StoreOrder } from "#lib/platforms/platform.ts";
import { amountsOf } from "#lib/platforms/shopify/amounts.ts";
import { distinct, peopleOf } from "#lib/platforms/shopify/contact.ts";
import { labelsOf, phonesAmong, taxNumberAmong } from "#lib/platforms/shopify/labels.ts";
import { itemsOf } from "#lib/platforms/shopify/lines.ts";
import { buyerMoneyOf, inShopMoney, shopCurrency, sum } from "#lib/platforms/shopify/money.ts";
import { gatewaysOf, paymentOf, paymentStatusOf } from "#lib/platforms/shopify/payment.ts";
import { type OrderRefund, orderRefunds } from "#lib/platforms/shopify/refunds.ts";
import { dueOf, receivedOf } from "#lib/platforms/shopify/settlement.ts";
import type { ShopifyOrder } from "#lib/platforms/shopify/shapes.ts";
import {
  callReasonOf,
  fulfillmentStatusOf,
  isCancelled,
  orderShipment,
  orderStatus,
  trackingNumbersOf,
} from "#lib/platforms/shopify/shipment.ts";

/** Shopify's order in Astra's terms. */
export function toOrder(
  order: ShopifyOrder,
  context: StoreContext & { isTest: boolean },
  notUnderstood: string[],
): StoreOrder {
  const items = itemsOf(order.line_items, shopCurrency(order));
  const shipment = orderShipment(order, items);
  const gateways = gatewaysOf(order);
  const { buyer, recipient, company, phones } = peopleOf(order);
  const asked = labelsOf([
    ...order.note_attributes,
    ...order.localized_fields,
    ...order.localization_extensions,
  ]);
  return {
    externalId: order.id,
    externalCustomerId: order.customer?.id ?? null,
    number: order.name ?? order.order_number ?? order.id,
    parent: null,
    status: orderStatus(order, shipment),
    storeStatus: null,
    callReason: callReasonOf(order, shipment),
    paymentStatus: paymentStatusOf(order),
    fulfillmentStatus: fulfillmentStatusOf(order),
    shipment,
    gateways,
    payment: paymentOf(order, gateways, context),
    isTest: order.test === true || context.isTest,
    ...moneyOf(order, items, notUnderstood),
    buyer,
    recipient,
    otherPhones: distinct([...phones, ...phonesAmong(asked)]).filter((phone) => phone !== buyer.phone),
    company,
    taxNumber: taxNumberAmong(asked),
    note: order.note,
    attributes: asked,
    shippingMethod: shippingMethodOf(order),
    trackingNumbers: [
      ...new Set(order.fulfillments.filter((parcel) => !isCancelled(parcel)).flatMap(trackingNumbersOf)),
    ],
    items,
    createdAt: soldAt(order) ?? context.receivedAt,
    updatedAt: order.updated_at ?? context.receivedAt,
  };
}

type MoneyOfOrder = Pick<
  StoreOrder,
  | "currency"
  | "total"
  | "isTotalAsPlaced"
  | "currentTotal"
  | "amounts"
  | "received"
  | "due"
  | "buyerMoney"
  | "refunds"
  | "notUnderstood"
>;

function moneyOf(order: ShopifyOrder, items: StoreOrder["items"], notUnderstood: string[]): MoneyOfOrder {
  const currency = shopCurrency(order);
  const told = orderRefunds(order);
  const current = inShopMoney(order.current_total_price, order.current_total_price_set, currency);
  const total = inShopMoney(order.total_price, order.total_price_set, currency) ?? current ?? linesOf(items);
  const currentTotal = current ?? lessRefunds(total, told.refunds);
  const account = {
    status: paymentStatusOf(order),
    isCancelled: order.cancelled_at !== null,
    currentTotal,
    outstanding: order.total_outstanding,
    refunds: told.refunds,
  };
  const due = dueOf(account);
  return {
    currency,
    total,
    isTotalAsPlaced: true,
    currentTotal,
    amounts: amountsOf(order, items, total),
    received: receivedOf(account),
    due,
    buyerMoney: buyerMoneyOf(order, due),
    refunds: told.refunds.map(({ pending: _, ...refund }) => refund),
    notUnderstood: [...notUnderstood, ...told.notUnderstood],
  };
}

function linesOf(items: StoreOrder["items"]): string {
  return sum(items.map((item) => item.lineTotal));
}

/** What an order is worth now, in older versions, which don't say it. */
function lessRefunds(total: string, refunds: OrderRefund[]): string {
  const left = sum(refunds.flatMap((refund) => [refund.amount, refund.pending]));
  return Decimal.max(0, new Decimal(total).minus(left)).toFixed();
}

/** The method as the shop calls it, which names the locker or pick-up point. */
function shippingMethodOf({ shipping_lines }: ShopifyOrder): string | null {
  const titles = shipping_lines.flatMap((line) => (line.is_removed === true ? [] : (line.title ?? [])));
  return [...new Set(titles)].join(", ") || null;
}

const importedAfter = 2 * 86_400_000;

/**
 * When the sale was made. `processed_at` is seconds before `created_at` where the checkout made the order, and the day of the sale where an
 * app imported it, days or years before.
 */
function soldAt({ created_at, processed_at }: ShopifyOrder): Date | null {
  if (!created_at || !processed_at) return created_at ?? processed_at;
  const isImported = created_at.getTime() - processed_at.getTime() > importedAfter;
  return isImported ? processed_at : created_at;
}
