import { defaultLocale, type Locale, locales } from "#lib/base/i18n/locales.ts";

/** Nobody reads more languages than that; a header may name thousands. */
const considered = 8;
/** No language with its quality is written longer. */
const longestPart = 60;

/**
 * The language that a browser asks for: of those that it names, best first, the first that Astra speaks, whatever the country.
 *
 * @param acceptLanguage the header, such as "ro-RO,ro;q=0.9,en;q=0.5"
 * @returns the default language when Astra speaks none of them, null when none is named
 */
export function askedLocale(acceptLanguage: string | null): Locale | null {
  const wanted = wantedLanguages(acceptLanguage ?? "");
  if (wanted.length === 0) return null;
  const spoken = wanted.map((language) => locales.find((locale) => locale === language));
  return spoken.find((locale) => locale !== undefined) ?? defaultLocale;
}

/** The languages of a header by their quality; what is no language, or not wanted at all, is left out. */
function wantedLanguages(header: string): string[] {
  return header
    .split(",", considered)
    .flatMap((part) => {
      const [tag = "", quality = "1"] = part.length > longestPart ? [] : part.split(/;\s*q=/i, 2);
      const language = languageOf(tag.trim());
      return language && Number(quality) > 0 ? [{ language, quality: Number(quality) }] : [];
    })
    .sort((one, other) => other.quality - one.quality)
    .map(({ language }) => language);
}

/** "ro" of "ro-RO", and of "mo", as it was called; null for what is no language. */
function languageOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
