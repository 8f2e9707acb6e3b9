import { readableText } from "#lib/platforms/woocommerce/meta.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

const meansPhone =
  /(^|[^a-z])(phone|telephone|telefon|telefono|mobile|mobil|celular|whatsapp|viber|tel)([^a-z]|$)/i;

/** Other numbers than the buyer's own: of the recipient, and what plug-ins asked for ("_billing_phone_2"). */
export function otherPhonesOf({ billing, shipping, meta_data }: WooOrder): string[] {
  const asked = meta_data.flatMap(({ key, value }) => phoneIn(key, value) ?? []);
  const first = billing?.phone ?? shipping?.phone ?? null;
  const all = [shipping?.phone, ...asked].filter((phone) => phone != null && phone !== first);
  return [...new Set(all)] as string[];
}

/** The phone in a plug-in's field; null when it is none. */
export function phoneIn(key: unknown, value: unknown): string | null {
  if (typeof key !== "string" || !meansPhone.test(key)) return null;
  const text = readableText(value);
  return text && /^[+(]?\d[\d\s()./+-]{5,40}$/.test(text) ? text : null;
}
