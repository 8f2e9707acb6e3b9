import { Decimal } from "decimal.js";
import type { StoreAmounts, StoreItem } from "#lib/platforms/platform.ts";
import { inShopMoney, shopCurrency, sum } from "#lib/platforms/shopify/money.ts";
import type { ShopifyOrder } from "#lib/platforms/shopify/shapes.ts";

/**
 * What an order's total is made of beside its lines. Shipping is before its discount, because `total_discounts` holds all discounts.
 * Source: shopify.dev "Order", `shipping_lines`, `total_discounts`, `original_total_duties_set`.
 */
export function amountsOf(order: ShopifyOrder, items: StoreItem[], total: string): StoreAmounts {
  const currency = shopCurrency(order);
  const isTaxOnTop = order.taxes_included === false;
  const said = {
    shipping: shippingOf(order, currency),
    tax: isTaxOnTop ? inShopMoney(order.total_tax, order.total_tax_set, currency) : null,
    discount: inShopMoney(order.total_discounts, order.total_discounts_set, currency),
    fees: feesOf(order, currency),
    taxesIncluded: order.taxes_included,
  };
  return { ...said, fees: withRounding(said, items, total, roundingOf(order, currency)) };
}

function shippingOf(order: ShopifyOrder, currency: string): string | null {
  const lines = order.shipping_lines.filter((line) => line.is_removed !== true);
  if (lines.length === 0) return inShopMoney(null, order.total_shipping_price_set, currency);
  return sum(lines.map((line) => inShopMoney(line.price, line.price_set, currency)));
}

/** Duties that the prices don't hold, fees of other kinds, and tips. */
function feesOf(order: ShopifyOrder, currency: string): string | null {
  const duties = order.duties_included === true ? null : order.original_total_duties_set;
  const fees = [
    inShopMoney(null, duties, currency),
    inShopMoney(null, order.original_total_additional_fees_set, currency),
    inShopMoney(order.total_tip_received, order.total_tip_received_set, currency),
  ].filter((fee) => fee !== null);
  return fees.length === 0 ? null : sum(fees);
}

function roundingOf(order: ShopifyOrder, currency: string): string {
  return inShopMoney(null, order.total_cash_rounding_payment_adjustment_set, currency) ?? "0";
}

/** Cash is rounded when it is paid: it is one of the fees where the total was rounded with it. */
function withRounding(
  { shipping, tax, discount, fees }: StoreAmounts,
  items: StoreItem[],
  total: string,
  rounding: string,
): string | null {
  const lines = sum(items.map((item) => item.lineTotal));
  const explained = new Decimal(sum([lines, shipping, tax, fees])).minus(discount ?? 0);
  const isRounded = rounding !== "0" && explained.plus(rounding).equals(total);
  return isRounded ? sum([fees, rounding]) : fees;
}
