import { NextIntlClientProvider } from "next-intl";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { createElement, type ElementType, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import type { ListColumns } from "#components/list/columns.tsx";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ListViewProps } from "#components/list/list-view.tsx";
import { keepOpened } from "#components/list/table/opened-row.ts";
import { ShellProvider } from "#components/shell/shell-context.tsx";
import { NowProvider } from "#components/ui/now.tsx";
import type { Role } from "#lib/base/auth/permissions.ts";
import { formatsWith } from "#lib/base/i18n/formats.ts";
import { defineList, type ParamsOf } from "#lib/base/list/define.ts";
import { listNames } from "#lib/base/list/names.ts";
import { days, movingDays, onlyIf, someOf, text } from "#lib/base/list/params.ts";
import messages from "#messages/en/index.ts";

// What it does on the server needs a request.
vi.mock("#lib/base/list/actions.ts", () => ({ saveListLookAction: vi.fn(), saveViewAction: vi.fn() }));

const list = defineList({
  name: "orders",
  sorts: { newest: "descending", oldest: "ascending", total: "descending" },
  params: { status: someOf(["open", "closed"]), isLate: onlyIf, sku: text, placed: movingDays, ...days },
});

interface Row {
  id: string;
  number: string;
  seller: string;
}

const columns: ListColumns<"orders", Row> = [
  { id: "date", cell: () => "today", sorts: ["newest", "oldest"] },
  { id: "order", cell: ({ number }) => number, isFixed: true },
  { id: "seller", cell: ({ seller }) => seller, isForAll: true },
];

const rows = [{ id: "1", number: "N-1", seller: "Sela" }];

function draw(node: ReactElement, { query = "", role = "admin" as Role }): string {
  const intl = { locale: "en", messages, formats: formatsWith("24h", "en"), timeZone: "UTC" };
  const now = new Date("2026-11-30T09:00:00Z");
  const around: [ElementType, object][] = [
    [NuqsTestingAdapter, { searchParams: query }],
    [NowProvider, { now }],
    [ShellProvider, { role }],
    [NextIntlClientProvider, intl],
  ];
  return renderToStaticMarkup(
    around.reduce((inner, [provider, props]) => createElement(provider, props, inner), node),
  );
}

type Shown = Partial<ListViewProps<Row, ParamsOf<typeof list>>>;

function drawList(context: { query?: string; role?: Role }, shown: Shown = {}): string {
  const props: ListViewProps<Row, ParamsOf<typeof list>> = {
    list,
    columns,
    page: { rows, start: 1, next: "0_1_x", previous: null, total: 1, isCapped: false },
    look: null,
    savedViews: [],
    searched: "",
    misread: [],
    exactCount: null,
    exportColumns: ["order"],
    empty: "Nothing here",
    renderCard: ({ number }) => `Card of ${number}`,
    filters: ({ some, onlyIf: only, code, days: range }) => [
      some("status", "Status", [{ value: "open", label: "Still open" }]),
      only("isLate", "Late"),
      code("sku", "SKU"),
      range("Ordered", "placed"),
    ],
    ...shown,
  };
  return draw(createElement(ListView<Row, ParamsOf<typeof list>>, props), context);
}

describe("a list", () => {
  test("shows its rows as a table and as cards, under the words of its messages", () => {
    const html = drawList({});
    for (const words of [
      "N-1",
      "Sela",
      "Card of N-1",
      ">Seller<",
      "1 order",
      messages.orders.searchPlaceholder,
    ])
      expect(html).toContain(words);
  });

  test("keeps from sellers the columns that say whose a row is", () => {
    expect(drawList({ role: "seller" })).not.toContain("Sela");
  });

  test("hides what the person hides", () => {
    const look = { density: "medium" as const, hidden: ["date"], order: [] };
    expect(drawList({})).toContain("today");
    expect(drawList({}, { look })).not.toContain("today");
  });

  test("leads from header and pages to other addresses of the list, which keep its filters", () => {
    const html = drawList({ query: "?status=open&sort=total" });
    expect(html).toContain('href="/orders?status=open"');
    expect(html).toContain('href="/orders?status=open&amp;sort=total&amp;after=0_1_x"');
  });

  test("has a chip for each filter that is on", () => {
    const query = "?status=open&isLate=true&sku=A-1&from=2026-11-01&to=2026-11-01";
    const html = drawList({ query });
    for (const words of ["Still open", "Late", "Yes", "A-1", "Nov 1"]) expect(html).toContain(words);
    expect(drawList({})).not.toContain("Still open");
  });

  test("says on a phone, too, that a filter which is on or off is on", () => {
    const late = (query: string) =>
      /<summary[^>]*><span[^>]*>Late<.*?<\/summary>/.exec(drawList({ query }))?.[0];
    expect(late("?isLate=true")).toContain(`>${messages.table.filters.yes}<`);
    expect(late("?sku=A-1")).not.toContain(messages.table.filters.yes);
  });

  test("names days that move with today by their name", () => {
    expect(drawList({ query: "?placed=last7" })).toContain(messages.table.filters.ranges.last7);
    const fixed = drawList({ query: "?from=2026-11-24&to=2026-11-30" });
    expect(fixed).not.toContain(messages.table.filters.ranges.last7);
    expect(fixed).toContain("Nov 24 – Nov 30");
  });

  test("that does not understand its address says so and shows nothing", () => {
    const html = drawList({}, { misread: ["status=lost"] });
    expect(html).toContain("status=lost");
    expect(html).toContain('href="/orders"');
    expect(html).not.toContain("N-1");
  });

  test("leaves out a column in which no row says anything", () => {
    const some = columns.map((column) =>
      column.id === "seller" ? { ...column, saysOf: ({ seller }: Row) => seller !== "" } : column,
    );
    const page = {
      rows: [{ id: "1", number: "N-1", seller: "" }],
      start: 1,
      next: null,
      previous: null,
      total: 1,
      isCapped: false,
    };
    expect(drawList({}, { columns: some })).toContain(">Seller<");
    expect(drawList({}, { columns: some, page })).not.toContain(">Seller<");
  });

  test("offers to keep a view once there is something to keep", () => {
    expect(drawList({ query: "?isLate=true" })).toContain(messages.views.save);
    expect(drawList({ query: "?size=25" })).not.toContain(messages.views.save);
  });

  test("has a box on each card while something is selected, as for whoever comes back to it", () => {
    const bulk = { nameOf: ({ number }: Row) => number, renderActs: () => null };
    const scope = { list: "orders?", page: " " };
    const boxes = () => drawList({}, { bulk }).split('aria-label="Select N-1"').length - 1;
    const onTable = boxes();
    keepOpened({ scope, id: "1", kept: { scope, ids: ["1"], rows: { "1": rows[0] } } });
    expect([onTable, boxes()]).toEqual([1, 2]);
    expect(drawList({}, { bulk })).toContain(messages.table.stopSelecting);
    keepOpened(null);
  });

  test("without rows has what the page says in its place", () => {
    const page = { rows: [], start: 1, next: null, previous: null, total: 0, isCapped: false };
    expect(drawList({}, { page })).toContain("Nothing here");
  });

  test("keeps the places of its columns while it loads", () => {
    const headers = (role: Role) =>
      draw(createElement(ListLoading<Row>, { list: "orders", columns }), { role }).match(/<th[ >]/g);
    expect(headers("admin")).toHaveLength(3);
    expect(headers("seller")).toHaveLength(2);
  });
});

test.each(listNames)("%s has the words that every list needs", (name) => {
  expect(messages[name]).toMatchObject({
    title: expect.any(String),
    searchPlaceholder: expect.any(String),
    columns: expect.any(Object),
    count: expect.any(String),
    countCapped: expect.any(String),
  });
});
