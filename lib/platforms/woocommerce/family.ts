import type { StoreOrder } from "#lib/platforms/platform.ts";
import { textOf, valuesOf } from "#lib/platforms/woocommerce/meta.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import type { ParentRelation } from "#lib/sales/order.ts";

/** The order that this one repeats, or was taken from. A renewal of a subscription is a sale of its own. */
export function parentOf(order: WooOrder): StoreOrder["parent"] {
  if (isRenewal(order)) return null;
  const externalId = order.parent_id ?? splitFrom(order) ?? originalOf(order);
  return externalId === null || externalId === order.id ? null : { externalId, relation: relationOf(order) };
}

function isRenewal({ created_via, meta_data }: WooOrder): boolean {
  const keys = ["_subscription_renewal", "_subscription_switch", "_subscription_resubscribe"];
  return created_via === "subscription" || keys.some((key) => valuesOf(meta_data, key).length > 0);
}

/** Marketplaces (Dokan, WCFM, WC Vendors, MultiVendorX) make a part for each seller; nothing said, that is what it is. */
function relationOf(order: WooOrder): ParentRelation {
  if (isInstalment(order)) return "instalment";
  return isSplit(order) ? "split" : "part";
}

/** By who made it ("wc_deposits", "yith_wcdp_balance_order"), what the deposits' plug-ins of Webtomizer and Acowebs note, or its lines. */
function isInstalment(order: WooOrder): boolean {
  const { created_via: via, line_items: lines, meta_data } = order;
  return (
    (via !== null && /deposit|partial[-_ ]?payment|instal+ment|scheduled[-_ ]?payment|wcdp/i.test(via)) ||
    ["_wc_deposits_payment_type", "_awcdp_deposits_payment_type"].some(
      (key) => valuesOf(meta_data, key).length > 0,
    ) ||
    originalOf(order) !== null ||
    lines.some(({ name }) => name !== null && /^(partial )?payment #\d/i.test(name))
  );
}

/** WooCommerce's Deposits keeps the order with the line. */
function originalOf({ line_items: lines }: WooOrder): string | null {
  for (const { meta_data } of lines) {
    const original = idIn(textOf(meta_data, "_original_order_id"));
    if (original) return original;
  }
  return null;
}

/** Vibe Split Orders and its like. */
const splitKeys = [
  "_vibe_split_orders_split_from",
  "_split_from_order_id",
  "_split_from",
  "_original_order_split",
];

function splitFrom({ meta_data }: WooOrder): string | null {
  return idIn(textOf(meta_data, ...splitKeys));
}

function isSplit(order: WooOrder): boolean {
  return splitFrom(order) !== null || /split/i.test(order.created_via ?? "");
}

function idIn(text: string | null): string | null {
  return text && /^[1-9]\d*$/.test(text) ? text : null;
}
