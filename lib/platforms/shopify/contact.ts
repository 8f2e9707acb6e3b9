import { namesAgree } from "#lib/base/text/names.ts";
import type { StoreContact, StoreOrder } from "#lib/platforms/platform.ts";
import { regionName } from "#lib/platforms/regions.ts";
import type { ShopifyAddress, ShopifyOrder } from "#lib/platforms/shopify/shapes.ts";

type People = Pick<StoreOrder, "buyer" | "recipient" | "company"> & {
  /** The buyer's phones, the one to call first. */
  phones: string[];
};

/**
 * Who ordered, and to whom it goes. The buyer is who is billed, else the customer, and the customer when the parcel goes to that very
 * person. A recipient of another name is somebody else, whose name and phone are not the buyer's.
 */
export function peopleOf(order: ShopifyOrder): People {
  const billing = filled(order.billing_address);
  const shipping = filled(order.shipping_address);
  const usual = filled(order.customer?.default_address ?? null);
  const [customer, addressee] = [personOf(order.customer), personOf(shipping)];
  const isCustomers = customer !== null && addressee !== null && isSame(customer, addressee);
  const person =
    (isCustomers ? fuller(customer, addressee) : personOf(billing)) ?? customer ?? personOf(usual);
  const name = person ?? billing?.company ?? usual?.company ?? null;
  const isGift = name !== null && addressee !== null && !isSame(name, addressee);
  const company = [billing, shipping, usual, order.company].map((one) => companyOf(one)).find(isSaid) ?? null;
  const isUsual = !isGift || !isSame(addressee, personOf(usual));
  const own = [isGift ? null : shipping, billing, order.customer, isUsual ? usual : null];
  const phones = distinct([order.phone, ...own.map((one) => one?.phone ?? null)].filter(isSaid));
  const buyer = {
    name: name ?? addressee ?? company,
    email: order.email ?? order.contact_email ?? order.customer?.email ?? null,
    phone: phones[0] ?? null,
    ...placeOf(billing ?? (isGift ? null : shipping) ?? (isUsual ? usual : null)),
  };
  const place = hasPlace(shipping) ? placeOf(shipping) : {};
  const recipient = { ...buyer, ...place, name: addressee ?? buyer.name };
  const somebodyElse = { ...recipient, email: null, phone: shipping?.phone ?? null };
  return { buyer, recipient: isGift ? somebodyElse : recipient, company, phones };
}

/** An address with something in it: one of nothing but a country is none. */
function filled(address: ShopifyAddress): ShopifyAddress {
  if (!address) return null;
  const { name, first_name, last_name, company, phone } = address;
  return hasPlace(address) || [name, first_name, last_name, company, phone].some(isSaid) ? address : null;
}

function hasPlace(address: ShopifyAddress): boolean {
  return [address?.address1, address?.address2, address?.city, address?.zip].some(isSaid);
}

function placeOf(
  address: ShopifyAddress,
): Pick<StoreContact, "street" | "city" | "region" | "zip" | "country"> {
  const country = countryCode(address);
  return {
    street: [address?.address1, address?.address2].filter(isSaid).join(", ") || null,
    city: address?.city ?? null,
    region: address?.province ?? regionName(address?.province_code ?? null, country),
    zip: address?.zip ?? null,
    country,
  };
}

interface Named {
  name?: string | null;
  first_name: string | null;
  last_name: string | null;
}

function personOf(person: Named | null): string | null {
  if (!person) return null;
  return person.name ?? ([person.first_name, person.last_name].filter(isSaid).join(" ") || null);
}

/** A company stands in an address, or by its name in an order between businesses. */
function companyOf(source: { company?: string | null; name?: string | null } | null): string | null {
  if (!source) return null;
  return "company" in source ? (source.company ?? null) : (source.name ?? null);
}

function isSame(one: string, other: string | null): boolean {
  return other !== null && namesAgree(one, other);
}

/** The name with more words in it. */
function fuller(one: string, other: string): string {
  return one.split(/\s+/).length > other.split(/\s+/).length ? one : other;
}

function countryCode(address: ShopifyAddress): string | null {
  const codes = [address?.country_code, address?.country].map((code) => code?.toUpperCase());
  return codes.find((code) => code !== undefined && /^[A-Z]{2}$/.test(code)) ?? null;
}

/** Phones without those that repeat the digits of one before. */
export function distinct(phones: string[]): string[] {
  const digits = phones.map((phone) => phone.replace(/\D/g, ""));
  return phones.filter((_, position) => digits.indexOf(digits[position] ?? "") === position);
}

function isSaid(value: string | null | undefined): value is string {
  return value != null;
}
