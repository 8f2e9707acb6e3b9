import { _createCache, _createIntlFormatters, type RichTranslationValues } from "use-intl/core";
import formatText from "use-intl/format-message";
import formatCompiled from "use-intl/format-message/format-only";
import { expect, test } from "vitest";
import { formatsWith } from "#lib/base/i18n/formats.ts";
import { locales } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import compileMessages from "#scripts/build/compile-messages.ts";

/** Both are told the same: every count that a language may tell apart, every choice, and every tag. */
const counts = [0, 1, 2, 5, 1_234];
const [select, plural, ordinal, number] = [1, 2, 3, 4];

test.each(locales)("what the build makes of a message says the same: %s", async (locale) => {
  const messages = await loadMessages(locale);
  const compiled = new Map(leaves(JSON.parse(compileMessages(JSON.stringify(messages)))));
  const cache = _createCache();
  const options = {
    cache,
    formatters: _createIntlFormatters(cache),
    globalFormats: formatsWith("24h", locale),
    locale,
    timeZone: "UTC",
  };
  for (const [key, text] of leaves(messages))
    for (const count of counts) {
      const parts = compiled.get(key);
      const values = valuesOf(parts, count);
      const expected = formatText(key, text as string, values, options);
      expect(formatCompiled(key, parts as string, values, options), `${key}, ${count}`).toEqual(expected);
    }
});

type Values = RichTranslationValues;

/** A value for each argument of a message, by what the message does with it. */
function valuesOf(node: unknown, count: number): Values {
  if (typeof node !== "object" || node === null) return {};
  if (!Array.isArray(node))
    return Object.assign({}, ...Object.values(node).map((one) => valuesOf(one, count)));
  const [name, kind, choices] = node;
  const inner: Values = Object.assign({}, ...node.map((one) => valuesOf(one, count)));
  if (typeof name !== "string" || node.length === 0) return inner;
  if (kind === select)
    return { ...inner, [name]: Object.keys(choices)[count % Object.keys(choices).length] ?? "" };
  if (kind === plural || kind === ordinal || kind === number) return { ...inner, [name]: count };
  return { [name]: node.length === 1 ? "Ștefan" : (chunks) => ["<", chunks, ">"], ...inner };
}

function leaves(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}
