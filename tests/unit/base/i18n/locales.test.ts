import { expect, test } from "vitest";
import { directionOf, languageNames, locales, resolveLocale, writtenLocale } from "#lib/base/i18n/locales.ts";

test("a language is known by its name with or without a region, an unknown one is English", () => {
  expect(["de", "de-AT", "DE-de", "zh-Hans-CN", "pt", "", null, undefined].map(resolveLocale)).toEqual([
    "de",
    "de",
    "de",
    "zh",
    "en",
    "en",
    "en",
    "en",
  ]);
});

test("what is written to a person is in the chosen language, else in that of the browser, else in English", () => {
  expect(writtenLocale({ locale: "fr", browserLocale: "ro" })).toBe("fr");
  expect(writtenLocale({ locale: null, browserLocale: "ro" })).toBe("ro");
  expect(writtenLocale({ locale: null, browserLocale: null })).toBe("en");
});

test.each(locales)("%s has the name that it gives itself, and is written from left to right", (locale) => {
  const itself = new Intl.DisplayNames(locale, { type: "language" }).of(locale === "zh" ? "zh-Hans" : locale);
  expect(languageNames[locale].toLowerCase()).toBe(itself?.toLowerCase());
  expect(directionOf(locale)).toBe("ltr");
});
