import { describe, expect, expectTypeOf, test } from "vitest";
import { defineList, type List, type ParamsOf } from "#lib/base/list/define.ts";
import { days, oneOf, onlyIf, someOf, text } from "#lib/base/list/params.ts";

const list = defineList({
  name: "orders",
  sorts: { newest: "descending", total: "descending" },
  params: { status: someOf(["open", "closed"]), isLate: onlyIf, code: text, ...days },
  tabs: { view: oneOf(["all", "mine"]) },
});

const nothing = {
  view: "all",
  q: "",
  status: [],
  isLate: false,
  code: "",
  from: null,
  to: null,
  sort: "newest",
  size: 50,
  after: "",
  before: "",
};

describe("a list", () => {
  test("has the usual order and lets everything through when nothing is asked for", () => {
    expect(list.load("")).toEqual(nothing);
  });

  test.each([
    "?sort=price&status=lost&size=7&isLate=maybe&from=soon&view=theirs",
    "?sort=&status=,&size=x&view=",
  ])("takes junk for the default: %s", (query) => expect(list.load(query)).toEqual(nothing));

  test("is written as it is read, and leaves out what is as it always is", () => {
    const url =
      "/orders?view=mine&q=ana&status=open,closed&isLate=true&from=2026-01-02&sort=total&size=25&after=x";
    expect(list.url(list.load(url.slice("/orders".length)))).toBe(url);
    expect(list.url(list.load(""))).toBe("/orders");
    expect(list.url({})).toBe("/orders");
  });

  test("is asked for from its first page on, whichever is open", () => {
    expect(list.query(list.load("?q=ana&after=x"))).toBe("?q=ana");
    expect(list.query(list.load("?before=x"))).toBe("");
  });

  test("is narrowed down by the search and the filters, not by tab, order and page", () => {
    for (const filter of [
      "q=ana",
      "status=open",
      "isLate=true",
      "code=A",
      "from=2026-01-01",
      "to=2026-01-01",
    ])
      expect(list.isNarrowed(list.load(`?${filter}`)), filter).toBe(true);
    expect(list.isNarrowed(list.load("?view=mine&sort=total&size=25&after=x"))).toBe(false);
  });

  test("keeps tab and order when its filters are taken off", () => {
    const narrowed = list.load("?view=mine&q=ana&status=open&isLate=true&to=2026-01-01&sort=total");
    expect(list.url({ ...narrowed, ...list.noFilters })).toBe("/orders?view=mine&sort=total");
  });

  test("knows the types of its parameters", () => {
    expectTypeOf<ParamsOf<typeof list>["status"]>().toEqualTypeOf<("open" | "closed")[]>();
    expectTypeOf<ParamsOf<typeof list>["sort"]>().toEqualTypeOf<"newest" | "total">();
    expectTypeOf(list).toExtend<List>();
  });
});
