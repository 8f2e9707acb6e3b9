import { asksForPhone, isPhoneNumber } from "#lib/platforms/asked.ts";
import { readableText } from "#lib/platforms/woocommerce/meta.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

/** Other numbers than the buyer's own: of the recipient, and what plug-ins asked for ("_billing_phone_2"). */
export function otherPhonesOf({ billing, shipping, meta_data }: WooOrder): string[] {
  const asked = meta_data.flatMap(({ key, value }) => phoneIn(key, value) ?? []);
  const first = billing?.phone ?? shipping?.phone ?? null;
  const all = [shipping?.phone, ...asked].filter((phone) => phone != null && phone !== first);
  return [...new Set(all)] as string[];
}

/** The phone in a plug-in's field, which asks for one or has one with its country's code; null when it is none. */
export function phoneIn(key: unknown, value: unknown): string | null {
  if (typeof key !== "string") return null;
  const text = readableText(value);
  if (text === null || !isPhoneNumber(text)) return null;
  const isWithCode = !key.startsWith("_") && /^\+\d/.test(text);
  return isWithCode || asksForPhone(key) ? text : null;
}
