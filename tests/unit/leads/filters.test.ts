import { describe, expect, test } from "vitest";
import { roles } from "#lib/base/auth/permissions.ts";
import { leadList, toLeadFilter } from "#lib/leads/list.ts";

const id = "0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10";
const filterOf = (query: string, role: (typeof roles)[number] = "admin") =>
  toLeadFilter(leadList.load(query), { role, timezone: "Europe/Bucharest" });

test("without a query string nothing is asked for", () => {
  expect(filterOf("")).toEqual({
    view: "all",
    statuses: [],
    payments: [],
    cod: [],
    kpi: [],
    logistic: [],
    figures: [],
    sources: [],
    currency: null,
    stores: [],
    tags: [],
    sellers: [],
    sku: null,
    arrivedFrom: null,
    arrivedBefore: null,
    isLate: false,
  });
});

test("statuses that don't exist and ids that are none are left out", () => {
  expect(filterOf(`cod=pending,maybe&kpi=paid&store=${id},1&tag=x,${id}`)).toMatchObject({
    cod: ["pending"],
    kpi: ["paid"],
    stores: [id],
    tags: [id],
  });
});

test("days are whole ones in the person's time zone, both included", () => {
  expect(filterOf("from=2025-03-30&to=2025-03-30")).toMatchObject({
    arrivedFrom: new Date("2025-03-29T22:00:00Z"),
    arrivedBefore: new Date("2025-03-30T21:00:00Z"),
  });
});

describe.each(roles)("%s", (role) => {
  test("may ask for sellers only with an overview", () => {
    expect(filterOf(`seller=${id}`, role).sellers).toEqual(role === "seller" ? [] : [id]);
  });

  test("asks for one SKU, which a product of the dashboard leads to", () => {
    expect(filterOf("sku=+LAMP-1+", role).sku).toBe("LAMP-1");
  });
});

test("a link leaves out what is as it always is", () => {
  expect(leadList.url(leadList.load(""))).toBe("/leads");
  expect(leadList.url(leadList.load("view=to_call&size=50&q=ana"))).toBe("/leads?view=to_call&q=ana");
});
