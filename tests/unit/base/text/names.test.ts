import { expect, test } from "vitest";
import { isSameName, namesAgree } from "#lib/base/text/names.ts";

test.each([
  ["Ana Pop", "pop ANA", true, true],
  ["Ștefan Țepeș", "Stefan Tepes", true, true],
  ["Ana Pop", "Ana Maria Pop", false, true],
  ["Ana", "Ana Pop", false, true],
  ["Ana-Maria Pop", "Maria Pop", false, true],
  ["Ana Pop", "Dan Pop", false, false],
  ["Ann Pop", "Anna Pop", false, false],
])("%s and %s are one name: %s, can be one person's: %s", (one, other, isSame, canBe) => {
  expect(isSameName(one, other)).toBe(isSame);
  expect(namesAgree(one, other)).toBe(canBe);
  expect(namesAgree(other, one)).toBe(canBe);
});
