import type { StoreContext, StoreOrder } from "#lib/platforms/platform.ts";
import { withAddressFields } from "#lib/platforms/woocommerce/address-fields.ts";
import { buyerOf, companyOf, recipientOf, taxNumberOf } from "#lib/platforms/woocommerce/contact.ts";
import { exchangeOf, inShopMoney } from "#lib/platforms/woocommerce/currency.ts";
import { answersOf } from "#lib/platforms/woocommerce/details.ts";
import { parentOf } from "#lib/platforms/woocommerce/family.ts";
import { itemsOf } from "#lib/platforms/woocommerce/lines.ts";
import { flagOf } from "#lib/platforms/woocommerce/meta.ts";
import { moneyOf } from "#lib/platforms/woocommerce/money.ts";
import { withPaidAhead } from "#lib/platforms/woocommerce/paid-ahead.ts";
import { gatewaysOf, paymentOf } from "#lib/platforms/woocommerce/payment.ts";
import { otherPhonesOf } from "#lib/platforms/woocommerce/phones.ts";
import { sampleKey } from "#lib/platforms/woocommerce/sample.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import { shippingMethodOf, trackingNumbersOf } from "#lib/platforms/woocommerce/shipping.ts";
import { meaningOf, standingOf, statusSlug } from "#lib/platforms/woocommerce/status.ts";

/** WooCommerce's order in Astra's terms, in the shop's own money where that is surely known. */
export function toOrder(told: WooOrder, store: StoreContext, notUnderstood: string[]): StoreOrder {
  const ahead = withPaidAhead(withAddressFields(told));
  const { order } = ahead;
  const storeStatus = order.status && statusSlug(order.status);
  const standing = standingOf(
    storeStatus,
    order.status === null ? null : meaningOf(order.status, store.statusMap),
  );
  const payment = paymentOf(order, store);
  const read: StoreOrder = {
    externalId: order.id,
    parent: parentOf(order),
    externalCustomerId: order.customer_id,
    number: order.number ?? order.id,
    ...standing,
    storeStatus,
    gateways: gatewaysOf(order),
    payment,
    isTest: flagOf(order.meta_data, sampleKey) === true,
    currency: order.currency,
    isTotalAsPlaced: false,
    ...moneyOf(ahead, payment, standing),
    buyerMoney: null,
    buyer: buyerOf(order),
    recipient: recipientOf(order),
    otherPhones: otherPhonesOf(order),
    company: companyOf(order),
    taxNumber: taxNumberOf(order),
    note: order.customer_note,
    attributes: answersOf(order),
    shippingMethod: shippingMethodOf(order),
    trackingNumbers: trackingNumbersOf(order),
    items: itemsOf(order),
    createdAt: order.date_created_gmt ?? earlierOf(order.date_created, store.receivedAt),
    updatedAt: order.date_modified_gmt ?? order.date_modified ?? store.receivedAt,
    notUnderstood,
  };
  const exchange = exchangeOf(order);
  return exchange ? inShopMoney(read, exchange) : read;
}

/** The shop's own time, without an offset, may lie ahead of ours; no sale was made after it was heard of. */
function earlierOf(siteTime: Date | null, receivedAt: Date): Date {
  return siteTime && siteTime < receivedAt ? siteTime : receivedAt;
}
