import { namesAgree } from "#lib/base/text/names.ts";
import { asksForTaxNumber } from "#lib/platforms/asked.ts";
import type { StoreContact } from "#lib/platforms/platform.ts";
import { regionName } from "#lib/platforms/regions.ts";
import { streetOf } from "#lib/platforms/woocommerce/address-fields.ts";
import { readableText } from "#lib/platforms/woocommerce/meta.ts";
import type { WooAddress, WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

type Given = WooAddress | null;

/** Who ordered is whom the bill goes to; what it leaves out the shipping address may say. */
export function buyerOf(order: WooOrder): StoreContact {
  const { billing, shipping } = order;
  return {
    name: nameOf(billing) ?? nameOf(shipping),
    email: billing?.email ?? shipping?.email ?? null,
    phone: billing?.phone ?? shipping?.phone ?? null,
    ...placeOf(order, isPlace(billing) || !isPlace(shipping) ? "billing" : "shipping"),
  };
}

/**
 * To whom the parcel goes. An empty shipping address, or one with only a country, means the billing address. Who goes by the buyer's name
 * is the buyer, at the buyer's mailbox and phone; another has only what the shipping address says.
 */
export function recipientOf(order: WooOrder): StoreContact {
  const { shipping } = order;
  const buyer = buyerOf(order);
  const place = isPlace(shipping) ? placeOf(order, "shipping") : {};
  const name = nameOf(shipping) ?? buyer.name;
  if (name === null || (buyer.name !== null && namesAgree(name, buyer.name)))
    return { ...buyer, ...place, name };
  return { ...buyer, ...place, name, email: shipping?.email ?? null, phone: shipping?.phone ?? null };
}

export function companyOf({ billing, shipping }: WooOrder): string | null {
  return billing?.company ?? shipping?.company ?? null;
}

/** The company's number with the tax office, by the fields that the markets' plug-ins add to the checkout. */
export function taxNumberOf({ meta_data }: WooOrder): string | null {
  for (const { key, value } of meta_data) {
    const number = isTaxNumber(key) ? readableText(value) : null;
    if (number && /^(?=.*\d)[\p{L}\d][\p{L}\d ./-]{3,39}$/u.test(number)) return number;
  }
  return null;
}

/** Whether a field asks for a tax number: VAT, CUI, NIF, NIP, P.IVA, codice fiscale, DIČ, ЕИК, GSTIN. */
export function isTaxNumber(key: unknown): boolean {
  return typeof key === "string" && (asksForTaxNumber(key) || /(^|[_/-])cf$/i.test(key));
}

function nameOf(address: Given): string | null {
  const person = [address?.first_name, address?.last_name].filter((part) => part != null).join(" ");
  return person || address?.company || null;
}

function isPlace(address: Given): boolean {
  return Boolean(address?.address_1 || address?.address_2 || address?.city);
}

function placeOf(
  order: WooOrder,
  kind: "billing" | "shipping",
): Pick<StoreContact, "street" | "city" | "region" | "zip" | "country"> {
  const address = order[kind];
  const code = address?.country?.toUpperCase();
  const country = code && /^[A-Z]{2}$/.test(code) ? code : null;
  return {
    street: streetOf(order, kind),
    city: address?.city ?? null,
    region: regionName(address?.state ?? null, country),
    zip: address?.postcode ?? null,
    country,
  };
}
