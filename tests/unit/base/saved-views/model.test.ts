import { expect, test } from "vitest";
import { viewsToCount } from "#lib/base/list/saved-views/model.ts";
import type { SavedView } from "#lib/base/list/saved-views/queries.ts";

function views(count: number, view: Partial<SavedView>): SavedView[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    list: "leads",
    name: `View ${index}`,
    query: "",
    isShared: false,
    isOwn: true,
    ...view,
  }));
}

test("one's own views are counted, and of those that are shared the first twelve", () => {
  const own = views(3, {});
  const shared = views(100, { isShared: true, isOwn: false });
  expect(viewsToCount([...own, ...shared], ["leads"])).toEqual([...own, ...shared.slice(0, 12)]);
});

test("views of other lists are not counted", () => {
  expect(
    viewsToCount([...views(1, { list: "orders" }), ...views(1, { list: "customers" })], ["leads"]),
  ).toEqual([]);
});

test("never more than 62 are counted, however many there are", () => {
  const many = [...views(1000, {}), ...views(1000, { isShared: true, isOwn: false })];
  expect(viewsToCount(many, ["leads"])).toHaveLength(62);
});
