import { Decimal } from "decimal.js";
import { isKnownCurrency, minimumDecimals } from "#lib/base/money/currencies.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import { positive, positiveOf, textOf, valuesOf } from "#lib/platforms/woocommerce/meta.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

// Plug-ins that sell in several currencies put the buyer's into the order. The shop's own money is known only where the plug-in says both
// its currency and the rate.

interface Exchange {
  /** The shop's own currency. */
  currency: string;
  /** Shop money for one of the buyer's. */
  rate: Decimal;
}

type ReadExchange = (order: WooOrder) => { currency: string | null; rate: Decimal | null };

const plugins: ReadExchange[] = [
  // WOOCS (FOX): buyer's money for one of the shop's.
  ({ meta_data }) => ({
    currency: textOf(meta_data, "_woocs_order_base_currency"),
    rate: inverse(positiveOf(meta_data, "_woocs_order_rate")),
  }),
  // WooPayments Multi-Currency: the same.
  ({ meta_data }) => ({
    currency: textOf(meta_data, "_wcpay_multi_currency_order_default_currency"),
    rate: inverse(positiveOf(meta_data, "_wcpay_multi_currency_order_exchange_rate")),
  }),
  // CURCY (VillaTheme): all its currencies with their rates, the shop's marked.
  ({ meta_data, currency }) => curcy(valuesOf(meta_data, "wmc_order_info")[0], currency),
  // Price Based on Country, Aelia: shop money for one of the buyer's. Neither always names the shop's currency.
  ({ meta_data }) => ({
    currency: textOf(meta_data, "_wcpbc_base_currency"),
    rate: positiveOf(meta_data, "_wcpbc_base_exchange_rate"),
  }),
  ({ meta_data }) => ({
    currency: textOf(meta_data, "_order_base_currency", "_base_currency"),
    rate: positiveOf(meta_data, "_base_currency_exchange_rate"),
  }),
];

function inverse(rate: Decimal | null): Decimal | null {
  return rate && new Decimal(1).dividedBy(rate);
}

function curcy(info: unknown, currency: string) {
  const rows = Object.entries(
    typeof info === "object" && info !== null ? (info as Record<string, Record<string, unknown> | null>) : {},
  );
  const main = rows.find(([, row]) => row?.is_main === "1");
  const rateOf = (code: string | undefined) => positive(rows.find(([key]) => key === code)?.[1]?.rate);
  const [base, buyers] = [rateOf(main?.[0]), rateOf(currency)];
  return { currency: main?.[0] ?? null, rate: base && buyers && base.dividedBy(buyers) };
}

/** The exchange from the order's currency into the shop's; null when they are one, or when it is not surely known. */
export function exchangeOf(order: WooOrder): Exchange | null {
  for (const read of plugins) {
    const { currency: said, rate } = read(order);
    const currency = said?.toUpperCase();
    // A rate of 1 between two currencies is one that nobody has set.
    if (!currency || !/^[A-Z]{3}$/.test(currency) || !rate || rate.equals(1)) continue;
    if (order.currency === "" || currency === order.currency) return null;
    return agrees(order, rate) ? { currency, rate } : null;
  }
  return null;
}

/** Where a plug-in writes the total in shop money too, it must be what the rate makes of it. */
function agrees({ total, meta_data }: WooOrder, rate: Decimal): boolean {
  const said = positiveOf(meta_data, "_order_total_base_currency");
  if (!said || !total) return true;
  return rate.times(total).minus(said).abs().lessThanOrEqualTo(said.times("0.01").plus("0.01"));
}

/** An order told in the shop's own money, with the buyer's beside it. */
export function inShopMoney(order: StoreOrder, { currency, rate }: Exchange): StoreOrder {
  const places = isKnownCurrency(currency) ? minimumDecimals(currency) : 2;
  const exchange = (amount: string) =>
    rate.times(amount).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed();
  const maybe = (amount: string | null) => amount && exchange(amount);
  const { amounts } = order;
  return {
    ...order,
    currency,
    total: exchange(order.total),
    currentTotal: exchange(order.currentTotal),
    received: maybe(order.received),
    due: exchange(order.due),
    amounts: {
      ...amounts,
      shipping: maybe(amounts.shipping),
      tax: maybe(amounts.tax),
      fees: maybe(amounts.fees),
    },
    refunds: order.refunds.map((refund) => ({
      ...refund,
      amount: exchange(refund.amount),
      buyerMoney: { amount: refund.amount, currency: order.currency },
    })),
    items: order.items.map((item) => ({
      ...item,
      pricePerUnit: exchange(item.pricePerUnit),
      lineTotal: exchange(item.lineTotal),
    })),
    buyerMoney: { currency: order.currency, total: order.total, due: order.due },
  };
}
