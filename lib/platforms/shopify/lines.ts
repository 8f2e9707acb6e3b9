import { Decimal } from "decimal.js";
import { decodeHTML } from "entities";
import { kept } from "#lib/base/money/kept.ts";
import type { StoreItem } from "#lib/platforms/platform.ts";
import { labelsOf } from "#lib/platforms/shopify/labels.ts";
import { inShopMoney } from "#lib/platforms/shopify/money.ts";
import type { ShopifyLine } from "#lib/platforms/shopify/shapes.ts";
import type { Label } from "#lib/sales/order.ts";

/**
 * The lines of an order; one that is told twice is one. A tip is a line of Shopify's, and none to pack: it is among the order's fees.
 */
export function itemsOf(lines: ShopifyLine[], currency: string): StoreItem[] {
  const items = lines.flatMap((line, position) => (isTip(line) ? [] : [itemOf(line, position, currency)]));
  return [...new Map(items.map((item) => [item.externalId, item])).values()];
}

function itemOf(line: ShopifyLine, position: number, currency: string): StoreItem {
  const externalId = line.id ?? `position-${position}`;
  const name = withoutMarkup(line.name ?? line.title ?? line.sku ?? externalId);
  const quantity = line.quantity ?? "1";
  const price = inShopMoney(line.price, line.price_set, currency) ?? "0";
  return {
    externalId,
    sku: line.sku,
    name,
    quantity,
    currentQuantity: line.current_quantity ?? quantity,
    pricePerUnit: price,
    lineTotal: kept(new Decimal(price).times(quantity)),
    attributes: [...variantOf(line, name), ...labelsOf(line.properties)],
  };
}

function isTip(line: ShopifyLine): boolean {
  return line.tip_payment_gateway !== null || line.tip_payment_method !== null;
}

/** Names are plain text, unless they were imported from a shop where they were not. */
function withoutMarkup(name: string): string {
  const text = decodeHTML(name.replace(/<\/?[a-z][^<>]*>/gi, " "));
  return text.replace(/\s+/g, " ").trim() || name;
}

/**
 * What tells the variant apart and the line's name doesn't say after its title. Shopify doesn't name the options to which the words
 * belong.
 */
function variantOf({ title, variant_title }: ShopifyLine, name: string): Label[] {
  if (variant_title === null || variant_title === "Default Title") return [];
  const said = (title !== null && name.startsWith(title) ? name.slice(title.length) : name).toLowerCase();
  const parts = variant_title.split(" / ").map((part) => part.trim());
  return parts.filter((part) => !said.includes(part.toLowerCase())).map((value) => ({ label: "", value }));
}
