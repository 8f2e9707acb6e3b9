import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { locales } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { ownFiles } from "./sources.ts";

const files = ownFiles(".json").filter((file) => file.startsWith("messages/"));

test("every language has its folder of messages", () => {
  expect(readdirSync("messages").sort()).toEqual([...locales].sort());
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
});

/** "messages/en/call-rules.json" holds what is said as `callRules`. */
function domainOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1, -".json".length);
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The paths of all messages, sorted. */
function keysOf(messages: unknown): string[] {
  return leaves(messages)
    .map(([key]) => key)
    .sort();
}

function emptyKeys(messages: unknown): string[] {
  return leaves(messages)
    .filter(([, message]) => String(message).trim() === "")
    .map(([key]) => key);
}

function leaves(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}
