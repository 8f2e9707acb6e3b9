import { expect, test } from "vitest";
import { byAmount, byTime } from "#components/list/table/sorting.ts";

const hrefOf = (sort: string) => `?sort=${sort}`;

test("by time a header turns the list round, and leads back to the newest from another order", () => {
  expect(byTime("newest", hrefOf)).toEqual({ href: "?sort=oldest", direction: "descending" });
  expect(byTime("oldest", hrefOf)).toEqual({ href: "?sort=newest", direction: "ascending" });
  expect(byTime("total", hrefOf)).toEqual({ href: "?sort=newest", direction: null });
});

test("by amount the highest come first, and a second press leads back to the newest", () => {
  expect(byAmount("total", "oldest", hrefOf)).toEqual({ href: "?sort=total", direction: null });
  expect(byAmount("total", "total", hrefOf)).toEqual({ href: "?sort=newest", direction: "descending" });
});
