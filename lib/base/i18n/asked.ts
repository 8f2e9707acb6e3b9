import { match } from "@formatjs/intl-localematcher";
import { defaultLocale, type Locale, locales } from "#lib/base/i18n/locales.ts";

/** Nobody reads more languages than that; a header may name thousands. */
const considered = 8;

/**
 * The language that a browser asks for: of those that it names, best first, the first that Astra speaks or that is close to one it does.
 *
 * @param acceptLanguage the header, such as "ro-RO,ro;q=0.9,en;q=0.5"
 * @returns the default language when Astra speaks none of them, null when none is named
 */
export function askedLocale(acceptLanguage: string | null): Locale | null {
  const wanted = wantedLanguages(acceptLanguage ?? "");
  return wanted.length > 0 ? (match(wanted, locales, defaultLocale) as Locale) : null;
}

/** The languages of a header by their quality; what is no language, or not wanted at all, is left out. */
function wantedLanguages(header: string): string[] {
  return header
    .split(",", considered)
    .flatMap((part) => {
      const [, tag = "", quality = "1"] =
        /^\s*([a-z0-9-]{2,35})\s*(?:;\s*q=([\d.]{1,5}))?\s*$/i.exec(part) ?? [];
      return isLanguage(tag) && Number(quality) > 0 ? [{ tag, quality: Number(quality) }] : [];
    })
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
