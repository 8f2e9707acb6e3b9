import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { ownFiles, read } from "./sources.ts";

/** Where commas part what is no words of Astra: addresses, numbers, names of fields, and the cells of a CSV file. */
const withCommas = [
  "components/customers/merge-preview.tsx",
  "components/deliveries/not-understood.tsx",
  "components/leads/call/call-facts.tsx",
  "components/leads/order-extras.tsx",
  "components/stores/payment-question.tsx",
  "lib/export/deliveries.ts",
  "lib/export/leads.ts",
  "lib/export/order-extras.ts",
  "lib/telegram/new-lead-message.ts",
];

const speaking = ownFiles(".ts", ".tsx").filter((file) =>
  /^((app|components|lib\/export|lib\/mail\/templates|lib\/telegram)\/|lib\/mail\/(html|text)\.ts$)/.test(
    file,
  ),
);

const filesWith = (pattern: RegExp) => speaking.filter((file) => pattern.test(read(file)));

// French wants a space before a colon, Chinese a sign of its own, and a list ends with an "and" in many languages.
test("what is said of a thing stands after its label by a message", () => {
  expect(filesWith(/\}(: |, )\$\{/)).toEqual([]);
});

test("words are listed as the language lists them", () => {
  expect(filesWith(/\.join\(", "\)/).sort()).toEqual(withCommas);
});

// A language may need another word for one, for two or from twenty on; and a quoted sign vanishes with its quotes.
test.each(readdirSync("messages"))(
  "in %s counts are numbers to their messages, and no sign is quoted",
  (locale) => {
    const texts = readdirSync(`messages/${locale}`)
      .filter((file) => file.endsWith(".json"))
      .flatMap((file) => read(`messages/${locale}/${file}`).split("\n"));
    expect(
      texts.filter((text) => /\{(count|limit|seconds|minutes|rows|orders|leads)\}|'[<{#|]/.test(text)),
    ).toEqual([]);
  },
);

test("a word is not put into lower case to stand in a sentence", () => {
  expect(filesWith(/\bt\([^()]*\)\.toLowerCase\(\)/)).toEqual([]);
});
