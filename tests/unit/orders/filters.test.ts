import { expect, test } from "vitest";
import { loadOrderListParams, orderListUrl } from "#lib/orders/filters.ts";

const sortOf = (query: string) => loadOrderListParams(query).sort;

test("orders are listed by time or by total; anything else is the newest first", () => {
  expect(sortOf("?sort=total")).toBe("total");
  expect(sortOf("?sort=oldest")).toBe("oldest");
  for (const query of ["", "?sort=", "?sort=value", "?sort=TOTAL", "?sort=total,oldest"])
    expect(sortOf(query), query).toBe("newest");
});

test("a link leaves out what is as it always is", () => {
  expect(orderListUrl("/orders", loadOrderListParams("?sort=newest&size=50"))).toBe("/orders");
  expect(orderListUrl("/orders", loadOrderListParams("?sort=total&q=ana"))).toBe("/orders?q=ana&sort=total");
});
