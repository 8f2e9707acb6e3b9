import { expect, test } from "vitest";
import { orderList } from "#lib/orders/list.ts";

const sortOf = (query: string) => orderList.load(query).sort;

test("orders are listed by time or by total; anything else is the newest first", () => {
  expect(sortOf("?sort=total")).toBe("total");
  expect(sortOf("?sort=oldest")).toBe("oldest");
  for (const query of ["", "?sort=", "?sort=value", "?sort=TOTAL", "?sort=total,oldest"])
    expect(sortOf(query), query).toBe("newest");
});

test("a link leaves out what is as it always is", () => {
  expect(orderList.url(orderList.load("?sort=newest&size=50"))).toBe("/orders");
  expect(orderList.url(orderList.load("?sort=total&q=ana"))).toBe("/orders?q=ana&sort=total");
});
