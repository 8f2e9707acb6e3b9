import { describe, expect, test } from "vitest";
import { defineList } from "#lib/base/list/define.ts";
import { misreadIn, searchParamsOf } from "#lib/base/list/misread.ts";
import { days, movingDays, oneOf, onlyIf, someIds, someOf, text } from "#lib/base/list/params.ts";

const { parsers } = defineList({
  name: "orders",
  sorts: { newest: "descending", total: "descending" },
  params: {
    status: someOf(["open", "closed"]),
    store: someIds,
    isLate: onlyIf,
    code: text,
    placed: movingDays,
    ...days,
  },
  tabs: { view: oneOf(["all", "mine"]) },
});

const misread = (query: string) => misreadIn(parsers, new URLSearchParams(query));

describe("a list understands", () => {
  test.each([
    "",
    "q=a, b = c&status=open,closed&isLate=true&code=X Y&placed=last7&sort=total&size=25&view=mine",
    "store=7b1f3c1e-9a57-4a53-9a3b-0f1d2c3b4a5e&from=2026-02-28&to=2026-01-01",
    "status=&from=&view=",
    "after=whatever&before=it-says",
  ])("%j", (query) => expect(misread(query)).toEqual([]));
});

describe("a list does not understand", () => {
  test.each([
    ["status=open,lost", ["status=open,lost"]],
    ["store=12", ["store=12"]],
    ["isLate=maybe", ["isLate=maybe"]],
    ["placed=last9", ["placed=last9"]],
    ["from=soon&to=2026-02-31", ["from=soon", "to=2026-02-31"]],
    ["view=theirs&sort=price&size=7", ["view=theirs", "sort=price", "size=7"]],
    ["colour=red", ["colour=red"]],
  ])("%j", (query, parts) => expect(misread(query)).toEqual(parts));
});

test("a query string as pages are given it is read alike", () => {
  const given = { status: "lost", colour: ["red", "blue"], view: undefined };
  expect(misreadIn(parsers, searchParamsOf(given))).toEqual(["status=lost", "colour=red", "colour=blue"]);
});
