import type { Contact } from "#lib/customers/model.ts";

type Address = Pick<Contact, "street" | "city" | "region" | "zip" | "country">;

/** An address as one writes it on a parcel: street, then zip and city, then region, then country. */
export function addressLines({ street, city, region, zip, country }: Address, locale: string): string[] {
  const place = [zip, city].filter(Boolean).join(" ");
  const area = region === city ? null : region;
  const land = country && countryName(country, locale);
  return [street, place, area, land].filter((line): line is string => Boolean(line));
}

function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}
