import { Decimal } from "decimal.js";
import type { StoreItem } from "#lib/platforms/platform.ts";
import { labelOf, readableText } from "#lib/platforms/woocommerce/meta.ts";
import { idAt, type WooLine, type WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import { sumOf } from "#lib/platforms/woocommerce/sums.ts";
import type { Label } from "#lib/sales/order.ts";

/** An order's lines. A refund changes no quantity: what came back stands only in the refund itself, which the order does not carry. */
export function itemsOf({ line_items: lines, prices_include_tax: isWithTax }: WooOrder): StoreItem[] {
  return lines.map((line, position) => {
    const quantity = line.quantity ?? "1";
    const externalId = idAt(line.id, position);
    const lineTotal = totalOf(line, quantity, isWithTax === true);
    return {
      externalId,
      sku: line.sku,
      name: line.name ?? externalId,
      quantity,
      currentQuantity: quantity,
      pricePerUnit: (isWithTax ? null : line.price) ?? unitPrice(lineTotal, quantity),
      lineTotal,
      attributes: attributesOf(line),
    };
  });
}

/** `price` and `total` are without tax, always; the buyer of a shop whose prices include it saw both together. */
function totalOf({ total, total_tax: tax, price }: WooLine, quantity: string, isWithTax: boolean): string {
  const said = total ?? (price && new Decimal(price).times(quantity).toDecimalPlaces(3).toFixed()) ?? "0";
  return (isWithTax && sumOf([said, tax])) || said;
}

function unitPrice(total: string, quantity: string): string {
  const count = new Decimal(quantity);
  return count.isZero() ? "0" : new Decimal(total).dividedBy(count).toDecimalPlaces(3).toFixed();
}

/** What no buyer chose, although its key is not hidden. */
const technical = /^(is_|vendor_|seller_|cost|tax_|reduced_stock|method_id|instance_id|items$)/i;

const mostAttributes = 40;

/** What tells this line from another of the same name: variation, add-ons, personalisation. Keys that begin with "_" are hidden. */
function attributesOf(line: WooLine): Label[] {
  const saidByName = line.variation_id === null ? [] : variationOf(line);
  return line.meta_data
    .flatMap(({ key, value, display_key, display_value }) => {
      if (typeof key !== "string" || key === "" || key.startsWith("_") || technical.test(key)) return [];
      const shown = readableText(display_value) ?? readableText(value);
      if (shown === null || saidByName.includes(shown.toLowerCase())) return [];
      return [{ label: labelOf(readableText(display_key) ?? key), value: shown }];
    })
    .slice(0, mostAttributes);
}

/** What the name says of the variation already: "Rochie - M, Bordo", "Rochie – Marime: M". */
function variationOf({ name, parent_name: parent }: WooLine): string[] {
  if (!name) return [];
  const isAfterParent = parent !== null && name.startsWith(parent);
  const rest = isAfterParent ? name.slice(parent.length) : (name.match(/ [-–] (.*)$/)?.[1] ?? "");
  return rest
    .toLowerCase()
    .split(/,| [-–] /)
    .flatMap((part) => [part, part.replace(/^.*: /, "")])
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
