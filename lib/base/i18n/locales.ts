/** The languages Astra speaks. A new one is an entry here and a folder messages/<locale>. */
export const locales = ["en"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** The language to show to someone who asks for `wanted`: "en-GB" gets "en", an unknown one the default. */
export function resolveLocale(wanted: string | undefined): Locale {
  const language = wanted?.split("-")[0]?.toLowerCase();
  return locales.find((locale) => locale === language) ?? defaultLocale;
}
