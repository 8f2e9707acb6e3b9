import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultLocale, locales } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { listNames } from "#lib/base/list/names.ts";
import { whatIsSaid } from "./said.ts";
import { ownFiles } from "./sources.ts";
import { isToldAlike, pluralsOf } from "./told.ts";

const files = ownFiles(".json").filter((file) => file.startsWith("messages/"));

test("every language has its folder of messages", () => {
  expect(readdirSync("messages").sort()).toEqual([...locales].sort());
});

test("every message is said somewhere", async () => {
  const isSaid = whatIsSaid(listNames);
  const keys = keysOf(await loadMessages(defaultLocale));
  expect(keys.length).toBeGreaterThan(1_000);
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test("a message that nobody says would be noticed", () => {
  const isSaid = whatIsSaid(listNames);
  expect(["leads.title", "statuses.order.pending", "errors.lastAdmin"].filter((key) => !isSaid(key))).toEqual(
    [],
  );
  expect(["leads.nobodySaysThis", "statuses.order.unheardOf", "lastAdmin.title"].filter(isSaid)).toEqual([]);
});

describe.each(locales)("%s", (locale) => {
  test("says everything that the English messages say, and nothing else", async () => {
    expect(keysOf(await loadMessages(locale))).toEqual(keysOf(await loadMessages("en")));
  });

  test("leaves nothing unsaid", async () => {
    expect(emptyKeys(await loadMessages(locale))).toEqual([]);
  });

  test("says what each of its files holds", async () => {
    const named = files.filter((file) => file.startsWith(`messages/${locale}/`)).map(domainOf);
    expect(Object.keys(await loadMessages(locale)).sort()).toEqual(named.sort());
  });

  test("is told the same as English: arguments, tags and choices", async () => {
    const english = new Map(texts(await loadMessages("en")));
    const different = texts(await loadMessages(locale)).filter(
      ([key, text]) => !isToldAlike(english.get(key) ?? "", text),
    );
    expect(different.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test("has each plural in the forms of its language, and in no others", async () => {
    const wrong = texts(await loadMessages(locale)).filter(([, text]) =>
      pluralsOf(text).some(({ type, forms }) => {
        const { pluralCategories } = new Intl.PluralRules(locale, { type }).resolvedOptions();
        return forms.join() !== [...pluralCategories].sort().join();
      }),
    );
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe("what a translation gets wrong would be noticed", () => {
  const english =
    "{n, plural, one {# lead} other {# leads}} of <b>{name}</b>, {kind, select, new {new} other {old}}";
  const romanian =
    "{n, plural, one {# lead} few {# leaduri} other {# de leaduri}} pentru <b>{name}</b>, {kind, select, new {nou} other {vechi}}";

  test.each([
    ["{name}", "{nume}"],
    ["<b>{name}</b>", "{name}"],
    ["new {nou}", "nou {nou}"],
    ["{n, plural, one {# lead} few {# leaduri} other {# de leaduri}}", "{n, select, other {leaduri}}"],
    ["{name}", "{name, plural, one {} few {} other {}}"],
  ])("%s as %s", (right, wrong) => {
    expect(isToldAlike(english, romanian)).toBe(true);
    expect(isToldAlike(english, romanian.replace(right, wrong))).toBe(false);
  });

  test("and a form that is missing", () => {
    expect(pluralsOf(romanian)).toEqual([{ name: "n", type: "cardinal", forms: ["few", "one", "other"] }]);
  });
});

/** "messages/en/call-rules.json" holds what is said as `callRules`. */
function domainOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1, -".json".length);
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The paths of all messages, sorted. */
function keysOf(messages: unknown): string[] {
  return texts(messages)
    .map(([key]) => key)
    .sort();
}

function emptyKeys(messages: unknown): string[] {
  return texts(messages)
    .filter(([, text]) => text.trim() === "")
    .map(([key]) => key);
}

function texts(value: unknown, path = ""): [key: string, text: string][] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, child]) => texts(child, path ? `${path}.${key}` : key));
}
