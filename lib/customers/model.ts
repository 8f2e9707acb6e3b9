import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** A phone number with the spaces that its country writes; one that can't be read stays as it is. */
export function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone, { extract: false })?.formatInternational() ?? phone;
}
