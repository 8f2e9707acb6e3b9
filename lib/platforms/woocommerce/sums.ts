import { Decimal } from "decimal.js";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

/** The sum of decimal strings; null when none is said. */
export function sumOf(amounts: (string | null)[]): string | null {
  const said = amounts.filter((amount) => amount !== null);
  return said.length === 0 ? null : said.reduce((sum, one) => sum.plus(one), new Decimal(0)).toFixed();
}

/** What an order's lines, shipping, fees and taxes come to; null when it says nothing of its lines. */
export function partsTotal(order: WooOrder): Decimal | null {
  const lines = sumOf(order.line_items.map((line) => line.total));
  if (lines === null) return null;
  const fees = sumOf(order.fee_lines.map((fee) => fee.total));
  const parts = [fees, order.shipping_total, order.total_tax].map((part) => part ?? "0");
  return parts.reduce((sum, part) => sum.plus(part), new Decimal(lines));
}
