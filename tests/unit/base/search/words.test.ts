import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { searchWords } from "#lib/base/search/words.ts";

test.each([
  ["stefan pop", ["stefan", "pop"]],
  ["  Ștefan\t pop ", ["Ștefan", "pop"]],
  ["S\u0326tefan O’Brien", ["S\u0326tefan", "O’Brien"]],
  ["रवि", ["रवि"]],
  ["김철", ["김철"]],
  ["أحمد عبدُ", ["أحمد", "عبدُ"]],
  ["٠٧٢٢ ١٢٣ ٤٥٦", ["722123456"]],
  ["+४० ७२२ १२३ ४५६", ["40722123456"]],
  ["0722–123–456", ["0722–123–456 722123456"]],
  ["etaj 7 ap 12", ["etaj", "7", "ap", "12"]],
  ["etaj 7 12", ["etaj", "7 712", "12 712"]],
  ["\u202a+40 722\u2011123\u2011456\u202c", ["40722123456"]],
  ["کیان\u200cوش", ["کیان\u200cوش"]],
  ["ana\u0001pop", ["ana", "pop"]],
  ["0722 123 456", ["722123456"]],
  ["+40 722 123 456", ["40722123456"]],
  ["+40722123456", ["40722123456"]],
  ["0040722123456", ["0040722123456 40722123456"]],
  ["+40 (0) 722.123.456", ["40722123456"]],
  ["722-123", ["722-123 722123"]],
  ["722 123", ["722 722123", "123 722123"]],
  ["1001 0722123456", ["1001", "0722123456 722123456"]],
  ["1001 +40 722 123 456", ["1001", "40722123456"]],
  ["stefan 0722 123 456 pop", ["stefan", "722123456", "pop"]],
  ["#1001", ["1001"]],
  ["DE-2001", ["DE-2001"]],
  ["ana@mail.example", ["ana@mail.example"]],
  ["st stefan", ["st", "stefan"]],
])("%s is %j", (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test.each([
  "",
  "  ",
  "#",
  "a",
  "st",
  "7 2",
  "+40",
  "@mail.example",
  "a@mail.example",
  "\u0326\u0327\u0328",
  "s\u0326t\u0327",
  "o''’b",
  "عُمَ",
])("%j is too little to search for", (text) => {
  expect(searchWords(text)).toEqual([]);
});

test("whatever is typed, the words are few, not empty, and free of what Postgres can't take", () => {
  assert(
    property(string({ unit: "binary", maxLength: 400 }), (text) => {
      const words = searchWords(text);
      expect(words.length).toBeLessThanOrEqual(8);
      for (const word of words) {
        expect(word.trim()).not.toBe("");
        expect(word).not.toContain("\0");
        expect(word.isWellFormed()).toBe(true);
      }
    }),
  );
});
