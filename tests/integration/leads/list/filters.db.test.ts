import { beforeAll, describe, expect, test } from "vitest";
import { type LeadView, leadViews } from "#lib/leads/list.ts";
import { countViews, listFilterOptions } from "#lib/leads/queries.ts";
import { byName, names, namesOf, pageOf } from "./ask.ts";
import { type AskerName, createWorld, type KnownLead, visibleTo, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const askers: AskerName[] = ["admin", "manager", "viewer", "ana", "mihai"];
const overview: AskerName[] = ["admin", "manager", "viewer"];

const isOpen = (lead: KnownLead) =>
  lead.logistic === "pending" && ["pending", "no_answer", "postponed"].includes(lead.cod);

const inView: Record<LeadView, (lead: KnownLead) => boolean> = {
  all: () => true,
  to_call: (lead) => isOpen(lead) && (lead.callBackAt === null || lead.callBackAt.getTime() <= Date.now()),
  no_answer: (lead) => lead.logistic === "pending" && lead.cod === "no_answer",
  to_ship: (lead) =>
    ["pending", "packed"].includes(lead.logistic) && ["confirmed", "collected", "not_cod"].includes(lead.cod),
  shipped: (lead) => ["shipped", "in_transit"].includes(lead.logistic),
  returned: (lead) => lead.logistic === "returned" || lead.cod === "refused",
};

const arrived = (from: string, before: string) => (lead: KnownLead) =>
  lead.arrivedAt >= new Date(from) && lead.arrivedAt < new Date(before);

/** Query strings (stores and tags by name) and what they ask for. */
const filters: [string, (lead: KnownLead) => boolean][] = [
  ["", () => true],
  ["cod=pending", (lead) => lead.cod === "pending"],
  ["cod=refused,collected", (lead) => lead.cod === "refused" || lead.cod === "collected"],
  ["kpi=paid", (lead) => lead.kpi === "paid"],
  ["logistic=delivered,returned", (lead) => lead.logistic === "delivered" || lead.logistic === "returned"],
  ["store=vases", (lead) => lead.number !== null && lead.store === "vases"],
  ["store=vases,rugs", (lead) => lead.number !== null && lead.store !== "lamps"],
  ["tag=gift", (lead) => lead.tags.includes("gift")],
  ["tag=gift,urgent", (lead) => lead.tags.length > 0],
  ["from=2025-03-05&to=2025-03-07", arrived("2025-03-04T22:00:00Z", "2025-03-07T22:00:00Z")],
  ["from=2025-03-30&to=2025-03-30", arrived("2025-03-29T22:00:00Z", "2025-03-30T21:00:00Z")],
  ["from=2025-05-10", (lead) => lead.arrivedAt >= new Date("2025-05-09T21:00:00Z")],
  ["to=2025-03-01", (lead) => lead.arrivedAt < new Date("2025-03-01T22:00:00Z")],
  [
    "view=to_call&store=lamps&tag=gift",
    (lead) => inView.to_call(lead) && lead.store === "lamps" && lead.tags.includes("gift"),
  ],
  [
    "cod=pending&kpi=waiting&logistic=packed",
    (lead) => lead.cod === "pending" && lead.logistic === "packed" && lead.kpi === "waiting",
  ],
  ["q=maria&store=rugs", (lead) => lead.name.startsWith("Maria") && lead.store === "rugs"],
];

function withIds(query: string): string {
  return query
    .replace(/store=[\w,]+/, (text) =>
      text.replace(/lamps|vases|rugs/g, (name) => world.stores[name as "lamps"]),
    )
    .replace(/tag=[\w,]+/, (text) => text.replace(/gift|urgent/g, (name) => world.tags[name as "gift"]));
}

describe.each(askers)("%s", (asker) => {
  test.each(filters)("asks for ?%s", async (query, isAskedFor) => {
    const expected = byName(visibleTo(world, asker).filter(isAskedFor));
    const page = await pageOf(world.sessions[asker], `size=100&${withIds(query)}`);
    expect(names(page.rows).sort()).toEqual(expected);
    expect(page).toMatchObject({ total: expected.length, isCapped: false, next: null, previous: null });
  });

  test.each(leadViews)("opens the tab %s, and its count says the same", async (view) => {
    const expected = byName(visibleTo(world, asker).filter(inView[view]));
    expect((await namesOf(world.sessions[asker], `view=${view}`)).sort()).toEqual(expected);
    expect((await countViews(world.sessions[asker]))[view]).toEqual({
      count: expected.length,
      isCapped: false,
    });
  });
});

describe("seller and SKU", () => {
  test.each(overview)("are filters of a %s", async (asker) => {
    const session = world.sessions[asker];
    const mihai = world.sessions.mihai.userId;
    expect((await namesOf(session, `seller=${mihai}`)).sort()).toEqual(
      byName(world.leads.filter((lead) => lead.worker === "mihai")),
    );
    expect((await namesOf(session, "sku=SHADE-1")).sort()).toEqual(
      byName(world.leads.filter((lead) => lead.items.some((item) => item.sku === "SHADE-1"))),
    );
    expect(await namesOf(session, "sku=SHADE")).toEqual([]);
    expect(await namesOf(session, `seller=${world.sessions.stranger.userId}`)).toEqual([]);
  });

  test("are ignored when a seller asks", async () => {
    const expected = byName(visibleTo(world, "ana"));
    const { ana, mihai } = world.sessions;
    expect((await namesOf(ana, `seller=${mihai.userId}`)).sort()).toEqual(expected);
    expect((await namesOf(ana, "sku=SHADE-1")).sort()).toEqual(expected);
  });
});

describe("the options of the filters", () => {
  test.each(overview)("are the whole workspace's for a %s", async (asker) => {
    const options = await listFilterOptions(world.sessions[asker]);
    expect(options.stores.map(({ id }) => id).sort()).toEqual(Object.values(world.stores).sort());
    expect(options.tags.map(({ name }) => name)).toEqual(["gift", "urgent"]);
    expect(options.sellers.map(({ name }) => name)).toEqual(["Ana", "Mihai"]);
  });

  test("name no store to a seller but those with leads that the seller sees, and no colleague", async () => {
    const { stores, sellers } = await listFilterOptions(world.sessions.mihai);
    const seen = visibleTo(world, "mihai").filter((lead) => lead.number !== null);
    expect(stores.map(({ id }) => id).sort()).toEqual(
      [...new Set(seen.map((lead) => world.stores[lead.store]))].sort(),
    );
    expect(sellers).toEqual([]);
  });

  test("of another workspace stay there", async () => {
    const options = await listFilterOptions(world.sessions.stranger);
    expect(options.stores).toHaveLength(1);
    expect(options.tags.map(({ id }) => id)).not.toContain(world.tags.gift);
    expect(await namesOf(world.sessions.stranger, `tag=${world.tags.gift}`)).toEqual([]);
    expect(await namesOf(world.sessions.stranger, "")).toEqual(["Ștefan Popescu"]);
  });
});
