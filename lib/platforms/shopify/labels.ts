import { asksForPhone, asksForTaxNumber, isPhoneNumber } from "#lib/platforms/asked.ts";
import type { ShopifyLabels } from "#lib/platforms/shopify/shapes.ts";
import type { Label } from "#lib/sales/order.ts";

const mostLabels = 40;

/** What the shop asked the buyer, in its words. Names that begin with "_" are for apps, and Shopify hides them; utm_* is for advertisers. */
export function labelsOf(labels: ShopifyLabels): Label[] {
  const shown = labels.flatMap(({ name, title, key, value }) => {
    const label = title ?? name ?? key ?? "";
    return value === null || /^_|^utm_/i.test(label) ? [] : [{ label, value }];
  });
  return shown.slice(0, mostLabels);
}

/** The telephones among what the buyer was asked: named as such, or written with a country's code. */
export function phonesAmong(labels: Label[]): string[] {
  return labels.flatMap(({ label, value }) => {
    return isPhoneNumber(value) && (value.startsWith("+") || asksForPhone(label)) ? [value] : [];
  });
}

/** The number under which a business buys, of what the buyer was asked. */
export function taxNumberAmong(labels: Label[]): string | null {
  return labels.find(({ label, value }) => asksForTaxNumber(label) && /\d/.test(value))?.value ?? null;
}
