import { getCountryCallingCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** What can't be right about an address, or can't be delivered to. */
export type AddressIssue = "postcode" | "houseNumber" | "phoneCountry" | "incomplete";

/** The part of a contact that says where a parcel goes. */
export interface CheckedAddress {
  street: string | null;
  city: string | null;
  zip: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

/** The shape of each country's postcodes, written without spaces. Source: upu.int, "Postal addressing systems". */
const postcodes = {
  AT: /^[1-9]\d{3}$/,
  BE: /^[1-9]\d{3}$/,
  BG: /^[1-9]\d{3}$/,
  CZ: /^[1-7]\d{4}$/,
  DE: /^\d{5}$/,
  ES: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/,
  FR: /^\d{5}$/,
  GB: /^(GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/,
  GR: /^[1-8]\d{4}$/,
  HR: /^[1-5]\d{4}$/,
  HU: /^[1-9]\d{3}$/,
  IT: /^\d{5}$/,
  NL: /^[1-9]\d{3}[A-Z]{2}$/,
  PL: /^\d{2}-?\d{3}$/,
  PT: /^[1-9]\d{3}-?\d{3}$/,
  RO: /^\d{6}$/,
  SI: /^[1-9]\d{3}$/,
  SK: /^[089]\d{4}$/,
  US: /^\d{5}(-?\d{4})?$/,
};

type CheckedCountry = keyof typeof postcodes;

/** "Without number", as it is written on parcels: s/n, fn, f.n., fără număr, б.н., bb */
const saysNoNumber =
  /(^|[\s,.])(s\/n|snc|f\.?\s?n\.?|f[aă]r[aă] num[aă]r|б\.?\s?н\.?|bb|b\.b\.)(?=$|[\s,])/iu;

/**
 * What is wrong with an address before anybody calls or ships: nothing is said about a country that isn't known, except that the
 * street or the city is missing.
 */
export function addressIssues(address: CheckedAddress, phone: string | null): AddressIssue[] {
  const issues: AddressIssue[] = [];
  if (!address.street?.trim() || !address.city?.trim()) issues.push("incomplete");
  const { country } = address;
  if (!isChecked(country)) return issues;
  if (address.zip?.trim() && !hasShape(address.zip, country)) issues.push("postcode");
  if (address.street?.trim() && !hasHouseNumber(address.street, country)) issues.push("houseNumber");
  if (phone && isForeign(phone, country)) issues.push("phoneCountry");
  return issues;
}

function isChecked(country: string | null): country is CheckedCountry {
  return country !== null && Object.hasOwn(postcodes, country);
}

function hasShape(zip: string, country: CheckedCountry): boolean {
  const written = zip.toUpperCase().replace(/\s/g, "");
  const prefix = `${country}-`;
  return postcodes[country].test(written.startsWith(prefix) ? written.slice(prefix.length) : written);
}

/** In Britain a house may have a name and no number. */
function hasHouseNumber(street: string, country: CheckedCountry): boolean {
  return country === "GB" || /\p{Nd}/u.test(street) || saysNoNumber.test(street);
}

/** A number without a country code was read as one of the address's country, or can't be read at all. */
function isForeign(phone: string, country: CheckedCountry): boolean {
  const number = parsePhoneNumberFromString(phone, { extract: false });
  return number !== undefined && number.countryCallingCode !== getCountryCallingCode(country);
}
