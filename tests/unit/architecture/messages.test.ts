import { describe, expect, test } from "vitest";
import { locales } from "#lib/base/i18n/locales.ts";
import { ownFiles, read } from "./sources.ts";

const files = ownFiles(".json").filter((file) => file.startsWith("messages/"));

test("every language has its file of messages", () => {
  expect(files.sort()).toEqual(locales.map((locale) => `messages/${locale}.json`).sort());
});

describe.each(files)("%s", (file) => {
  test("says everything that the English messages say, and nothing else", () => {
    expect(keysOf(JSON.parse(read(file)))).toEqual(keysOf(JSON.parse(read("messages/en.json"))));
  });

  test("leaves nothing unsaid", () => {
    expect(emptyKeys(JSON.parse(read(file)))).toEqual([]);
  });
});

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
