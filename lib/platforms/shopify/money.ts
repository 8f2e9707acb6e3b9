import { Decimal } from "decimal.js";
import { exchange, type Rate } from "#lib/base/money/exchange.ts";
import { kept } from "#lib/base/money/kept.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import type { MoneySet, ShopifyOrder } from "#lib/platforms/shopify/shapes.ts";

// Shopify's plain amounts are in the shop's money; each `*_set` has them in the shop's and in the buyer's ("presentment") money;
// transactions are in the currency that they name. Source: shopify.dev "Order", `total_price_set`.

/** The currency of the shop: "" when the order doesn't say. */
export function shopCurrency(order: ShopifyOrder): string {
  return order.currency || (order.total_price_set?.shop_money?.currency_code ?? "");
}

/** An amount in the shop's money: as the set has it, as long as that speaks of the shop's currency, else the plain one. */
export function inShopMoney(plain: string | null, set: MoneySet, currency: string): string | null {
  const money = set?.shop_money;
  if (money?.amount == null) return plain;
  return money.currency_code === currency || money.currency_code === "" ? money.amount : plain;
}

/** What sets say of two moneys together; null when none of them has both. */
export function rateOf(sets: MoneySet[], currencies: { from: string; to: string }): Rate | null {
  let from = new Decimal(0);
  let to = new Decimal(0);
  for (const set of sets) {
    const { shop_money: shop, presentment_money: buyers } = set ?? {};
    if (shop?.amount == null || buyers?.amount == null) continue;
    if (shop.currency_code !== currencies.to || buyers.currency_code !== currencies.from) continue;
    from = from.plus(new Decimal(buyers.amount).abs());
    to = to.plus(new Decimal(shop.amount).abs());
  }
  return from.isZero() || to.isZero() ? null : { from: from.toFixed(), to: to.toFixed() };
}

/** Where an order tells its rate, the surest first. */
export function setsOf(order: ShopifyOrder): MoneySet[] {
  const prices = order.line_items.map((line) => line.price_set);
  return [order.total_price_set, order.current_total_price_set, ...prices];
}

/** The order in the buyer's own money, when that is not the shop's. */
export function buyerMoneyOf(order: ShopifyOrder, due: string): StoreOrder["buyerMoney"] {
  const { shop_money: shop, presentment_money: buyers } = order.total_price_set ?? {};
  if (shop?.amount == null || buyers?.amount == null) return null;
  const currency = buyers.currency_code || order.presentment_currency;
  if (currency === "" || currency === shopCurrency(order)) return null;
  const rate = { from: shop.amount, to: buyers.amount };
  const isRate = Number(rate.from) > 0;
  return { currency, total: buyers.amount, due: isRate ? exchange(due, rate, currency) : "0" };
}

/** The sum of amounts as a decimal string. */
export function sum(amounts: (string | null)[]): string {
  return kept(amounts.reduce((total, one) => total.plus(one ?? 0), new Decimal(0)));
}
