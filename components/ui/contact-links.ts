// What a store or a stranger typed stands in these addresses: encoded, it can add no recipient, no subject and no dial code.

/** The address that dials a number. */
export function phoneHref(phone: string): string {
  return `tel:${encodeURIComponent(phone).replaceAll("%2B", "+")}`;
}

/** The address that writes a mail. */
export function mailHref(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll("%40", "@")}`;
}
