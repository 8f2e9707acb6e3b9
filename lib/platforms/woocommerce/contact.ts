import type { StoreContact } from "#lib/platforms/platform.ts";
import { textOf } from "#lib/platforms/woocommerce/meta.ts";
import { regionName } from "#lib/platforms/woocommerce/regions.ts";
import type { WooAddress, WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

type Given = WooAddress | null;

/** Who ordered is whom the bill goes to; what it leaves out the shipping address may say. */
export function buyerOf({ billing, shipping }: WooOrder): StoreContact {
  return {
    name: nameOf(billing) ?? nameOf(shipping),
    email: billing?.email ?? shipping?.email ?? null,
    phone: billing?.phone ?? shipping?.phone ?? null,
    ...placeOf(isPlace(billing) || !isPlace(shipping) ? billing : shipping),
  };
}

/** To whom the parcel goes. An empty shipping address, or one with only a country, means the billing address. */
export function recipientOf(order: WooOrder): StoreContact {
  const { shipping } = order;
  const buyer = buyerOf(order);
  const isSent = isPlace(shipping);
  const name = nameOf(shipping) ?? buyer.name;
  const isBuyer = name === buyer.name;
  return {
    ...buyer,
    ...(isSent && placeOf(shipping)),
    name,
    email: shipping?.email ?? (isBuyer ? buyer.email : null),
    phone: shipping?.phone ?? (isBuyer ? buyer.phone : null),
  };
}

export function companyOf({ billing, shipping }: WooOrder): string | null {
  return billing?.company ?? shipping?.company ?? null;
}

/** By the fields that plug-ins of the markets add to the checkout. */
export function taxNumberOf({ meta_data }: WooOrder): string | null {
  return textOf(meta_data, ...taxNumberKeys);
}

const taxNumberKeys = [
  "_billing_vat_number",
  "_vat_number",
  "vat_number",
  "_billing_eu_vat_number",
  "billing_eu_vat_number",
  "_billing_vat",
  "billing_vat",
  "_billing_cui",
  "billing_cui",
  "cui",
  "_billing_nif",
  "billing_nif",
  "nif",
  "_billing_nip",
  "billing_nip",
  "_billing_tax_id",
  "billing_tax_id",
  "tax_id",
  "_billing_piva",
  "billing_piva",
  "_billing_cf",
  "billing_codice_fiscale",
  "_billing_codice_fiscale",
  "_billing_dic",
  "billing_dic",
  "_billing_ic_dph",
  "_billing_eik",
  "billing_eik",
  "_billing_gstin",
  "billing_gstin",
];

function nameOf(address: Given): string | null {
  const person = [address?.first_name, address?.last_name].filter((part) => part != null).join(" ");
  return person || address?.company || null;
}

function isPlace(address: Given): boolean {
  return Boolean(address?.address_1 || address?.address_2 || address?.city);
}

function placeOf(address: Given): Pick<StoreContact, "street" | "city" | "region" | "zip" | "country"> {
  const code = address?.country?.toUpperCase();
  const country = code && /^[A-Z]{2}$/.test(code) ? code : null;
  return {
    street: [address?.address_1, address?.address_2].filter((line) => line != null).join(", ") || null,
    city: address?.city ?? null,
    region: regionName(address?.state ?? null, country),
    zip: address?.postcode ?? null,
    country,
  };
}
