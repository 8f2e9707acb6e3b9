import { describe, expect, test } from "vitest";
import { askedLocale } from "#lib/base/i18n/asked.ts";

describe("the language that a browser asks for", () => {
  test.each([
    ["ro-RO,ro;q=0.9,en-US;q=0.8,en;q=0.7", "ro"],
    ["en;q=0.5, fr;q=0.9, de;q=0.7", "fr"],
    ["de-AT", "de"],
    ["es-419,es;q=0.9", "es"],
    ["zh-CN,zh;q=0.9", "zh"],
    ["zh-Hans-SG", "zh"],
    ["en-GB", "en"],
    ["FR-ca", "fr"],
    ["hu,ro;q=0.8", "ro"],
    ["mo", "ro"],
    ["fr ; q=0.3 , de;q=0.4", "de"],
  ])("%s: %s", (header, locale) => {
    expect(askedLocale(header)).toBe(locale);
  });

  test("is English where Astra speaks none of them", () => {
    expect(askedLocale("ja,ko;q=0.8")).toBe("en");
  });

  test("is one that is not refused", () => {
    expect(askedLocale("fr;q=0, de;q=0.1")).toBe("de");
  });

  test.each([null, "", "*", "*;q=0.5", "??", "x", "-", "fr;q=0", "not a language at all"])(
    "is nobody's knowledge where the header says %j",
    (header) => {
      expect(askedLocale(header)).toBeNull();
    },
  );

  test("is found among what is no language, and at once however much is named", () => {
    expect(askedLocale("en-üü, 12, de")).toBe("de");
    const long = Array.from({ length: 5_000 }, (_, n) => `q${n}a;q=0.9`).join(",");
    const begun = performance.now();
    askedLocale(long);
    askedLocale(`de${" ".repeat(15_000)}x`);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
