/** The languages Astra speaks, in the order in which they are offered. How to add one: docs/languages.md. */
export const locales = ["en", "ro", "es", "fr", "de", "zh"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** What each language calls itself: whoever looks for it may read no other. */
export const languageNames: Record<Locale, string> = {
  en: "English",
  ro: "Română",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  zh: "简体中文",
};

/** The language that is known as `wanted`: "en-GB" is "en", an unknown one the default. */
export function resolveLocale(wanted: string | null | undefined): Locale {
  const language = wanted?.split("-")[0]?.toLowerCase();
  return locales.find((locale) => locale === language) ?? defaultLocale;
}

/** What a person's row says of languages: the choice, and what the browser asked for at the last sign-in. */
export interface SpokenLanguages {
  locale: string | null;
  browserLocale: string | null;
}

/** The language to write to a person in who asks nothing just now. */
export function writtenLocale({ locale, browserLocale }: SpokenLanguages): Locale {
  return resolveLocale(locale ?? browserLocale);
}

/** What a locale knows of its script; not yet in TypeScript's own description. */
interface ScriptLocale extends Intl.Locale {
  getTextInfo?: () => { direction: "ltr" | "rtl" };
}

/** Which way a language is written. */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  const known: ScriptLocale = new Intl.Locale(locale);
  return known.getTextInfo?.().direction ?? "ltr";
}
