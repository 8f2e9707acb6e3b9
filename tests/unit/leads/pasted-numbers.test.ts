import { describe, expect, test } from "vitest";
import { readPasted, sortPaste } from "#lib/leads/pasted-numbers.ts";

describe("a pasted list", () => {
  test.each([
    ["lines", "#1001\n#1002\r\n\n#1003"],
    ["commas", "#1001, #1002,#1003"],
    ["semicolons and tabs", "#1001;#1002\t#1003"],
    ["blanks in one line", "#1001 #1002  #1003"],
    ["blanks in several lines", "#1001 #1002\n#1003"],
    ["each of them twice", "#1001\n#1002\n#1001\n#1003"],
    ["quotes and apostrophes", '"#1001"\n\'#1002\n#1003'],
    ["a heading", "Order\n#1001\n#1002\n#1003"],
  ])("is read in %s", (_, text) => {
    expect(readPasted(text)).toEqual([["#1001", "#1002", "#1003"]]);
  });

  test("keeps the blanks inside a number", () => {
    expect(readPasted("RR 123 456 789 RO\n2S 123")).toEqual([["RR 123 456 789 RO", "2S 123"]]);
  });

  test("counts a number once, however it is written", () => {
    expect(readPasted("#1001\n1001\nrr-12\nRR 12")).toEqual([["1001", "RR 12"]]);
  });

  test("that is a table becomes its columns, names left out", () => {
    const text = 'AWB;Order;Buyer;Sum\n2S1;#1001;"Pop; Ana";120,50\n2S2;#1002;Ion;80,00';
    expect(readPasted(text)).toEqual([
      ["2S1", "2S2"],
      ["#1001", "#1002"],
      ["120,50", "80,00"],
    ]);
  });

  test("without a number is nothing", () => {
    expect(readPasted("")).toEqual([]);
    expect(readPasted("no numbers\nhere")).toEqual([]);
  });
});

describe("what would become of it", () => {
  const lead = (
    id: string,
    codStatus: "confirmed" | "collected" | "fake",
    storeId = "one",
    orderNumber = "",
  ) => ({ id, storeId, orderNumber, codStatus, logisticStatus: "shipped", callReason: null }) as const;
  const collect = { field: "codStatus", to: "collected" } as const;
  const one = (number: string, leads: ReturnType<typeof lead>[], isCommon = false) => ({
    number,
    leads,
    isCommon,
  });
  const found = [
    one("1", [lead("a", "confirmed")]),
    one("2", [lead("b", "collected")]),
    one("3", [lead("c", "fake")]),
    one("4", [lead("d", "confirmed", "one"), lead("e", "confirmed", "two")]),
    one("5", []),
    one("000000", [], true),
    one("AWB-1", [lead("a", "confirmed")]),
  ];
  const idsOf = (leads: { id: string }[]) => leads.map(({ id }) => id);
  const sort = (storeId: string | null, chosen = new Map<string, string>()) =>
    sortPaste(found, collect, { storeId, chosen });

  test("is said of each number, and of a lead once", () => {
    const sorted = sort(null);
    expect(idsOf(sorted.ready)).toEqual(["a"]);
    expect(idsOf(sorted.there)).toEqual(["b"]);
    expect(sorted.wrong.map(({ lead: { id }, refusal }) => [id, refusal])).toEqual([["c", "notAllowed"]]);
    expect(sorted.ambiguous.map(({ number }) => number)).toEqual(["4"]);
    expect(sorted.unmatched).toEqual(["5"]);
    expect(sorted.common).toEqual(["000000"]);
  });

  test("of a number that several have, a store or a choice decides", () => {
    expect(idsOf(sort("two").ready)).toEqual(["e"]);
    expect(idsOf(sort(null, new Map([["4", "d"]])).ready)).toEqual(["a", "d"]);
  });

  test("of a number that too many have, the store decides first, then whose order has it as its own", () => {
    const many = (count: number, storeId: string) =>
      Array.from({ length: count }, (_, index) => lead(`${storeId} ${index}`, "confirmed", storeId));
    const own = lead("own", "confirmed", "one", "#77-77");
    const sortOne = (leads: ReturnType<typeof lead>[], storeId: string | null = null, isCommon = false) =>
      sortPaste([one("7777", leads, isCommon)], collect, { storeId, chosen: new Map() });
    const ofTwo = [...many(40, "one"), ...many(20, "two")];
    expect(sortOne(ofTwo).common).toEqual(["7777"]);
    expect(sortOne(ofTwo, "two").ambiguous[0]?.leads).toHaveLength(20);
    expect(idsOf(sortOne([own, ...ofTwo]).ready)).toEqual(["own"]);
    expect(idsOf(sortOne([own], null, true).ready)).toEqual(["own"]);
    expect(sortOne([own], "two", true).common).toEqual(["7777"]);
  });
});
