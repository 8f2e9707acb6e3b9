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

/** Words for a telephone in the languages of the markets. */
const phoneWords =
  /phone|\btel\b|tél|telef|telf|mobil|handy|gsm|whats ?app|cell?ular|komór|τηλ|κινητ|телеф|тел\.|моб|هاتف|جوال|موبايل|تلفن|電話|电话|điện thoại|फ़ोन|फोन|मोबाइल|ফোন|মোবাইল/iu;

/** The telephones among what the buyer was asked: named as such, or written with a country's code. */
export function phonesAmong(labels: Label[]): string[] {
  return labels.flatMap(({ label, value }) => {
    const isNumber = /^[+(]*\d[\d\s()./+,;-]*$/.test(value) && value.replace(/\D/g, "").length >= 6;
    return isNumber && (value.startsWith("+") || phoneWords.test(label)) ? [value] : [];
  });
}

/** Names of the numbers under which businesses are taxed. */
const taxWords = new RegExp(
  [
    "^(c\\.?u\\.?i|c\\.?i\\.?f|n\\.?i\\.?f|n\\.?i\\.?p|r\\.?f\\.?c|r\\.?u\\.?t|cpf|cnpj|gst|gstin|oib|eik|еик|ico|ičo|dič|dic|pib|nit)(?!\\p{L})",
    "^(tva|vat|btw|mva|iva|p\\. ?iva|partita iva|codice fiscale|ust|ust-?id|αφμ|инн)(?!\\p{L})",
    "^(tax[ _-]?(id|no|nr|num|code|reg)|steuernummer|umsatzsteuer|adószám|vergi)",
  ].join("|"),
  "iu",
);

/** The number under which a business buys, of what the buyer was asked. */
export function taxNumberAmong(labels: Label[]): string | null {
  return labels.find(({ label, value }) => taxWords.test(label.trim()) && /\d/.test(value))?.value ?? null;
}
