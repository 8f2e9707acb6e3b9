import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { figuresCsv } from "#lib/export/figures.ts";
import type { BreakdownRow, Counted } from "#lib/kpi/model.ts";
import dashboard from "#messages/en/dashboard.json" with { type: "json" };

const t = createTranslator({ locale: "en", messages: { dashboard }, namespace: "dashboard" });
/** A row of a table, of which only what is written stands. */
const rowOf = (key: string | null, name: string | null) =>
  ({ key, name, counts: { total: counted(1) }, money: [] }) as unknown as BreakdownRow;
const counted = (value: number, before: number | null = null): Counted => ({ value, before, href: "/leads" });

test("the figures for the clipboard say what the page says: counts, rates, money, the funnel with its reasons, and the tables", () => {
  const days = { from: new Date("2026-11-01"), to: new Date("2026-11-30") };
  const amount = (value: string) => ({ value, before: null, href: "/leads" });
  const csv = figuresCsv(
    {
      days,
      before: null,
      counts: [{ name: "total", ...counted(4, 3) }],
      rates: [
        {
          ...{ name: "delivery", value: 2 / 3, before: null },
          ...{ part: counted(2), rest: counted(1), open: counted(0) },
        },
      ],
      money: [
        {
          currency: "RON",
          worth: amount("400.000"),
          collected: amount("100.000"),
          underWay: amount("0.000"),
          lost: amount("50.000"),
          average: { value: "100.00", before: "90.00" },
        },
      ],
      trend: { grain: "day", grains: ["day"], points: [], before: null },
      funnel: [
        {
          ...{ name: "arrived", ...counted(4, 3), share: null, lost: counted(1, 0), open: null },
          stayed: [{ reason: "said_no", isLost: true, ...counted(1, 0) }],
        },
      ],
      byStore: [rowOf("1", "Lumea.ro"), rowOf("2", null), rowOf(null, null)],
      bySource: [rowOf("shopify", null)],
      bySeller: [rowOf("3", null)],
    },
    t as Parameters<typeof figuresCsv>[1],
  );
  expect(csv.trim().split("\r\n")).toEqual([
    "Figure,Part,Value,Before,Currency",
    "Total leads,,4,3,",
    "Delivery,,0.6667,,",
    "Worth of orders,,400.000,,RON",
    "Collected,,100.000,,RON",
    "Under way,,0.000,,RON",
    "Lost,,50.000,,RON",
    "Average order,,100.00,90.00,RON",
    "Arrived,From order to cash,4,3,",
    "Lost,said no,1,0,",
    "Total leads,Store: Lumea.ro,1,,",
    "Total leads,Store: Another store,1,,",
    "Total leads,Store: By hand,1,,",
    "Total leads,Source: Shopify,1,,",
    "Total leads,Seller: Former member,1,,",
  ]);
});
