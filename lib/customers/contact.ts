import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * A phone number as E.164 when it can be dialled, else null.
 *
 * @param country ISO 3166-1 alpha-2 of the address, for numbers without a country code
 */
export function normalisePhone(phone: string | null, country: string | null): string | null {
  if (!phone) return null;
  const home = country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  // Phones and address books wrap a copied number in marks that nobody sees.
  const visible = phone.replace(/\p{Cf}/gu, "");
  const number = parsePhoneNumberFromString(visible, {
    ...(home && { defaultCountry: home }),
    extract: false,
  });
  return number?.isPossible() ? number.number : null;
}

/** Addresses that stores fill in for buyers who gave none; they identify nobody. */
const placeholder =
  /^(no-?reply|do-?not-?reply|no-?e?-?mail|none|nomail|na|n\.a|fara-?e?mail|null|undefined)@/;

/** An e-mail address, lower case, when it identifies a person, else null. */
export function normaliseEmail(email: string | null): string | null {
  const address = email?.trim().toLowerCase();
  if (!address || address.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(address) || placeholder.test(address))
    return null;
  return address;
}
