import { expect, test } from "vitest";
import { columnSorts, sortChoices } from "#components/list/table/sorting.ts";
import { customerList } from "#lib/customers/list.ts";
import { orderList } from "#lib/orders/list.ts";

const columns = [
  { id: "date", sorts: ["newest", "oldest"] },
  { id: "store" },
  { id: "total", sorts: ["total"] },
] as const;
const sortsAt = (query: string) => columnSorts(orderList, orderList.load(query), columns);

test("by time a header turns the order round, and leads to the newest from any other", () => {
  expect(sortsAt("?").date).toEqual({ href: "/orders?sort=oldest", direction: "descending" });
  expect(sortsAt("?sort=oldest").date).toEqual({ href: "/orders", direction: "ascending" });
  expect(sortsAt("?sort=total").date).toEqual({ href: "/orders", direction: null });
});

test("by amount the highest come first, and a second press leads back to the newest", () => {
  expect(sortsAt("?sort=oldest").total).toEqual({ href: "/orders?sort=total", direction: null });
  expect(sortsAt("?sort=total").total).toEqual({ href: "/orders", direction: "descending" });
});

test("a header keeps the filters, and begins at the first page", () => {
  expect(sortsAt("?q=ana&after=x&size=25").total?.href).toBe("/orders?q=ana&sort=total&size=25");
  expect(sortsAt("?").store).toBeUndefined();
});

test("a phone chooses among all orders of the list", () => {
  expect(sortChoices(customerList, customerList.load("?sort=oldest&q=ana&before=x"))).toEqual([
    { sort: "newest", href: "/customers?q=ana", isCurrent: false },
    { sort: "oldest", href: "/customers?q=ana&sort=oldest", isCurrent: true },
    { sort: "orders", href: "/customers?q=ana&sort=orders", isCurrent: false },
    { sort: "spent", href: "/customers?q=ana&sort=spent", isCurrent: false },
  ]);
});
