import { describe, expect, test } from "vitest";
import { matchOf, rank, search } from "#lib/palette/model.ts";

describe("how well a text answers", () => {
  test.each([
    ["#1001", "1001", 0],
    ["Ștefan Popescu", "stefan popescu", 0],
    ["Ștefan Popescu", "STEF", 1],
    ["Ștefan Popescu", "pop", 2],
    ["Ștefan Popescu", "pop ste", 2],
    ["Ștefan Popescu", "pescu", 3],
    ["Ștefan Popescu", "ion", null],
    ["Call back (17:00)", "back", 2],
  ])("%s for %s: %s", (text, typed, match) => {
    expect(matchOf(text, typed)).toBe(match);
  });
});

test("the best comes first, and equals stay in their order", () => {
  const names = ["Ana-Maria Pop", "Maria Ionescu", "Annamaria Rus", "maria", "Dan Maria"];
  expect(rank(names, "maria", (name) => [name])).toEqual([
    "maria",
    "Maria Ionescu",
    "Ana-Maria Pop",
    "Dan Maria",
    "Annamaria Rus",
  ]);
});

test("what the database found by a phone number stays, at the end", () => {
  const found = [
    { name: "Ion", number: "#7" },
    { name: null, number: "#0722" },
  ];
  expect(rank(found, "0722", ({ name, number }) => [name, number])).toEqual([found[1], found[0]]);
});

test("pages that don't answer are left out", () => {
  expect(search(["Leads", "Orders", "Customers"], "or", (page) => page)).toEqual(["Orders"]);
  expect(search(["Leads", "Orders"], "xyz", (page) => page)).toEqual([]);
});
