import { Decimal } from "decimal.js";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import { type Counted, type Dashboard, ranges } from "#lib/kpi/model.ts";
import { loadDashboard } from "#lib/kpi/queries.ts";
import { leadList } from "#lib/leads/list.ts";
import { leadSources } from "#lib/leads/model.ts";
import { listLeads } from "#lib/leads/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { type Recount, recount, recountProducts, soldIn } from "./recount.ts";
import { createWorld, type PersonName, sessionOf, skus, type World } from "./world.ts";

const combinations = Number(process.env.KPI_COMBINATIONS ?? 60);

const zones = [
  "UTC",
  "Europe/Bucharest",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
];

let world: World;

beforeAll(async () => {
  world = await createWorld(600);
  // Half is folded, half is not: what is read is both.
  await asOwner("select astra.fold_lead_changes(280, $1), astra.fold_product_changes(320, $1)", [
    world.workspace.id,
  ]);
}, 60_000);

const day = fc
  .tuple(fc.constantFrom("2025-03-05", "2025-03-28", "2025-10-24", "2025-10-31", "2025-12-30"), fc.nat(8))
  .map(([first, days]) => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10));

function question() {
  const sometimes = <T>(values: T[]) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, fc.subarray(values));
  return fc.record({
    name: fc.constantFrom<PersonName>("admin", "manager", "viewer", "ana", "mihai", "dan"),
    zone: fc.constantFrom(...zones),
    now: day,
    range: fc.constantFrom(...ranges, "custom", "custom"),
    from: day,
    to: day,
    compare: fc.constantFrom("previous", "year", "none"),
    grain: fc.constantFrom("", "hour", "day", "week", "month"),
    store: sometimes(world.stores.map(({ id }) => id)),
    seller: sometimes(Object.values(world.people).map(({ userId }) => userId)),
    source: sometimes([...leadSources]),
    product: fc.constantFrom("", "", "", ...skus),
  });
}

test("every figure is what a plain recount says, over any range, role, filter and time zone, and opens as many leads", async () => {
  await fc.assert(
    fc.asyncProperty(question(), fc.nat(), async ({ name, zone, now, ...asked }, pick) => {
      const session = sessionOf(world, name, zone);
      const params = loadDashboardParams(
        new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)])),
      );
      const told = await loadDashboard(session, params, new Date(`${now}T11:07:00Z`));
      expect(figuresOf(told)).toEqual(await recount(world, name, zone, told.days, params));
      if (told.before) {
        const { counts } = await recount(world, name, zone, told.before, params);
        expect(told.counts.map(({ before }) => before)).toEqual(
          told.counts.map((count) => counts[count.name]),
        );
      }
      expect(soldIn(told)).toEqual(await recountProducts(world, name, zone, told.days, params));
      expectSums(told);
      // Each number opens its list: one of them each time, for time's sake.
      const links = linked(told);
      const link = links[pick % links.length];
      if (!link) return;
      const list = await listLeads(session, leadList.load(link.href.slice("/leads".length)));
      expect({ href: link.href, leads: list.total }).toEqual({ href: link.href, leads: link.value });
      // A product opens the leads that ordered it.
      const product = told.products[pick % told.products.length];
      if (!product?.href) return;
      const ordered = await listLeads(session, leadList.load(product.href.slice("/leads".length)));
      const plain = await recount(world, name, zone, told.days, { ...params, product: product.sku ?? "" });
      expect({ href: product.href, leads: ordered.total }).toEqual({
        href: product.href,
        leads: plain.counts.total,
      });
    }),
    { numRuns: combinations },
  );
}, 1_800_000);

function figuresOf({ counts, rates, funnel, money }: Dashboard): Recount {
  const [confirmation, delivery, back] = rates;
  const [, confirmed, sent, delivered, paid] = funnel;
  const of = (figure: Counted | undefined) => figure?.value ?? Number.NaN;
  return {
    counts: {
      ...(Object.fromEntries(counts.map(({ name, value }) => [name, value])) as Recount["counts"]),
      confirmed: of(confirmed),
      agreed: of(confirmation?.part),
      decided: of(confirmation?.part) + of(confirmation?.rest),
      undecided: of(confirmation?.open),
      sent: of(sent),
      delivered: of(delivered),
      delivered_paid: of(paid),
      came_back: of(back?.part),
      under_way: of(delivery?.open),
    },
    money: money
      .map(({ currency, worth, collected, underWay, lost }) => ({
        currency,
        worth: worth.value,
        collected: collected.value,
        underWay: underWay.value,
        lost: lost.value,
      }))
      .filter(({ worth }) => !new Decimal(worth).isZero())
      .sort((a, b) => a.currency.localeCompare(b.currency)),
  };
}

/** What is shown twice is the same twice. */
function expectSums({ counts, trend, byStore, bySource, bySeller, funnel }: Dashboard): void {
  for (const { name, value } of counts) {
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(trend.points.map((point) => point.counts[name]))).toBe(value);
    for (const table of [byStore, bySource, ...(bySeller ? [bySeller] : [])]) {
      expect(sum(table.map((row) => row.counts[name].value))).toBe(value);
    }
  }
  for (const [index, step] of funnel.entries()) {
    const next = funnel[index + 1]?.value ?? 0;
    if (index < funnel.length - 1) {
      expect(step.value - next).toBe(step.stayed.reduce((total, { value }) => total + value, 0));
      expect(step.value - next).toBe((step.lost?.value ?? 0) + (step.open?.value ?? 0));
    }
  }
}

/** Every number with the list that it opens. */
function linked({
  counts,
  rates,
  trend,
  funnel,
  byStore,
  bySource,
  bySeller,
}: Dashboard): { value: number; href: string }[] {
  return [
    ...counts,
    ...rates.flatMap(({ part, rest, open }) => [part, rest, open]),
    ...trend.points.map(({ counts: { total }, href }) => ({ value: total, href })),
    ...funnel.flatMap((step) => [step, ...step.stayed]),
    ...funnel.flatMap(({ lost, open }) => [lost, open]).filter((counted) => counted !== null),
    ...[...byStore, ...bySource, ...(bySeller ?? [])].flatMap((row) => Object.values(row.counts)),
  ];
}
