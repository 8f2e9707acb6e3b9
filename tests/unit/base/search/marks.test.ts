import { describe, expect, test } from "vitest";
import { markedParts } from "#lib/base/search/marks.ts";

/** A text with its marked parts in brackets. */
const mark = (text: string, search: string) =>
  markedParts(text, search)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join("");

describe("what was searched for is marked", () => {
  test.each([
    ["Ștefan Pop", "stefan", "[Ștefan] Pop"],
    ["Ana Popescu", "pop ana", "[Ana] [Pop]escu"],
    ["Γιώργος", "γιωργ", "[Γιώργ]ος"],
    ["+40 722 123 456", "0722 123", "+40 [722 123] 456"],
    ["+40 722 123 456", "123456", "+40 722 [123 456]"],
    ["#L-10481", "10481", "#L-[10481]"],
    ["Ana", "a", "Ana"],
    ["Ana", "", "Ana"],
    ["", "ana", ""],
    ["👩 Ana", "ana", "👩 [Ana]"],
  ])("in %j for %j", (text, search, marked) => expect(mark(text, search)).toBe(marked));
});
