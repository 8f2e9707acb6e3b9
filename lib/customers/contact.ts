import { readPhones } from "#lib/customers/phone.ts";

/**
 * The first phone number of a text as E.164, when there is one that can be dialled, else null.
 *
 * @param country ISO 3166-1 alpha-2 of the address, for numbers without a country code
 */
export function normalisePhone(phone: string | null, country: string | null): string | null {
  return readPhones(phone, [country])[0] ?? null;
}

/** Addresses that stores fill in for buyers who gave none; they identify nobody. */
const placeholder =
  /^(no-?reply|do-?not-?reply|no-?e?-?mail|none|nomail|na|n\.a|fara-?e?mail|null|undefined)@/;

/** What shops and their plug-ins put in place of an erased address; WordPress takes deleted@site.invalid. */
const erased =
  /^(deleted|removed|erased|redacted|anonymi[sz]ed|anonymous|anonym)([-_.+]?(user|customer|buyer|guest))?([-_.+]?\d[\da-f-]*|[-_.+][\da-f-]+)?@|^\[|@([^@]*\.)?(invalid|(deleted|erased|redacted|anonymi[sz]ed)(\.[^@.]+)?)$/;

/** An e-mail address, lower case, when it identifies a person, else null. */
export function normaliseEmail(email: string | null): string | null {
  const address = email?.trim().toLowerCase();
  if (!address || address.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(address)) return null;
  return placeholder.test(address) || erased.test(address) ? null : address;
}
