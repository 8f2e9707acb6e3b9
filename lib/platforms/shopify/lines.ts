import { Decimal } from "decimal.js";
import type { Label } from "#lib/orders/model.ts";
import type { StoreItem } from "#lib/platforms/platform.ts";
import { labelsOf } from "#lib/platforms/shopify/labels.ts";
import { inShopMoney } from "#lib/platforms/shopify/money.ts";
import type { ShopifyLine } from "#lib/platforms/shopify/shapes.ts";

/** The lines of an order. A tip is a line of Shopify's, and none to pack: it is among the order's fees. */
export function itemsOf(lines: ShopifyLine[], currency: string): StoreItem[] {
  return lines.flatMap((line, position) => (isTip(line) ? [] : [itemOf(line, position, currency)]));
}

function itemOf(line: ShopifyLine, position: number, currency: string): StoreItem {
  const externalId = line.id ?? `position-${position}`;
  const name = line.name ?? line.title ?? line.sku ?? externalId;
  const quantity = line.quantity ?? "1";
  const price = inShopMoney(line.price, line.price_set, currency) ?? "0";
  return {
    externalId,
    sku: line.sku,
    name,
    quantity,
    currentQuantity: line.current_quantity ?? quantity,
    pricePerUnit: price,
    lineTotal: new Decimal(price).times(quantity).toDecimalPlaces(3).toFixed(),
    attributes: [...variantOf(line, name), ...labelsOf(line.properties)],
  };
}

function isTip(line: ShopifyLine): boolean {
  return line.tip_payment_gateway !== null || line.tip_payment_method !== null;
}

/** What tells the variant apart that the line's name doesn't say; Shopify doesn't name the options to which the words belong. */
function variantOf({ variant_title }: ShopifyLine, name: string): Label[] {
  if (variant_title === null || variant_title === "Default Title") return [];
  const parts = variant_title.split(" / ").map((part) => part.trim());
  const isSaid = (part: string) => name.toLowerCase().includes(part.toLowerCase());
  return parts.filter((part) => !isSaid(part)).map((value) => ({ label: "", value }));
}
