import { beforeAll, describe, expect, test } from "vitest";
import { leadList } from "#lib/leads/list.ts";
import { neighbours } from "#lib/leads/queries.ts";
import { namesOf, pageOf, walk } from "./ask.ts";
import { type AskerName, createWorld, type KnownLead, visibleTo, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const askers: AskerName[] = ["admin", "ana", "mihai"];

type Comparison = (one: KnownLead, other: KnownLead) => number;

const newest: Comparison = (one, other) =>
  other.arrivedAt.getTime() - one.arrivedAt.getTime() || (one.id < other.id ? 1 : -1);
const isToBeWon = ({ kpi }: KnownLead) => kpi === "waiting" || kpi === "shipped";
const comparisons: Record<string, Comparison> = {
  newest,
  oldest: (one, other) => -newest(one, other),
  value: (one, other) => {
    if (one.value === null || other.value === null)
      return Number(one.value === null) - Number(other.value === null) || newest(one, other);
    if (isToBeWon(one) !== isToBeWon(other)) return isToBeWon(one) ? -1 : 1;
    return Number(other.value) - Number(one.value) || (one.id < other.id ? 1 : -1);
  },
};

/** What is asked for beside the order. */
const questions: [string, (lead: KnownLead) => boolean][] = [
  ["", () => true],
  ["q=filler+maria", (lead) => lead.name.startsWith("Maria")],
  ["q=40766", (lead) => lead.name.startsWith("Maria")],
  ["kpi=waiting,paid", (lead) => lead.kpi === "waiting" || lead.kpi === "paid"],
  ["q=maria&kpi=waiting", (lead) => lead.name.startsWith("Maria") && lead.kpi === "waiting"],
];

describe.each(askers)("%s", (asker) => {
  describe.each(Object.keys(comparisons))("sorts by %s", (sort) => {
    test.each(questions)("and meets every lead once, forth and back: ?%s", async (query, isAskedFor) => {
      const expected = visibleTo(world, asker).filter(isAskedFor).sort(comparisons[sort]);
      const { forth, back } = await walk(world.sessions[asker], `sort=${sort}&${query}`);
      expect(forth.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(back.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    });

    test.each([
      ["maria", "Maria"],
      ["short day", "Short Day"],
    ])("and knows the leads before and after each of those that %s finds", async (text, part) => {
      const params = leadList.load(`sort=${sort}&q=${text}`);
      const expected = visibleTo(world, asker)
        .filter((lead) => lead.name.includes(part))
        .sort(comparisons[sort]);
      for (const [index, lead] of expected.entries()) {
        expect(await neighbours(world.sessions[asker], params, lead.id)).toEqual({
          previous: expected[index - 1]?.id ?? null,
          next: expected[index + 1]?.id ?? null,
        });
      }
    });
  });

  test("calls those first who are due: promised calls, then who waits longest", async () => {
    const open = visibleTo(world, asker).filter(
      (lead) => lead.logistic === "pending" && ["pending", "no_answer", "postponed"].includes(lead.cod),
    );
    const due = open
      .filter((lead) => lead.callBackAt !== null && lead.callBackAt.getTime() <= Date.now())
      .sort(
        (one, other) => Number(one.callBackAt) - Number(other.callBackAt) || (one.id < other.id ? -1 : 1),
      );
    const others = open.filter((lead) => lead.callBackAt === null).sort(comparisons.oldest);
    const expected = [...due, ...others].map(({ id }) => id);
    const { forth, back } = await walk(world.sessions[asker], "view=to_call");
    expect(due.length).toBeGreaterThan(0);
    expect(forth.map(({ id }) => id)).toEqual(expected);
    expect(back.map(({ id }) => id)).toEqual(expected);
    expect(forth.map(({ customerName }) => customerName)).not.toContain("Not Due");
  });
});

test("a lead that has left the list still has neighbours where it stood", async () => {
  const lead = world.leads.find(({ name }) => name === "Not Due");
  const params = leadList.load("view=to_call");
  const { previous, next } = await neighbours(world.sessions.admin, params, lead?.id ?? "");
  const { rows } = await pageOf(world.sessions.admin, "view=to_call");
  const names = await namesOf(world.sessions.admin, "view=to_call");
  expect(rows.find(({ id }) => id === previous)?.customerName).toBe("Due Later");
  expect(rows.findIndex(({ id }) => id === next)).toBe(names.indexOf("Due Later") + 1);
});

test("another seller's lead and another workspace's have no neighbours", async () => {
  const params = leadList.load("");
  const nobody = { previous: null, next: null };
  const ofMihai = world.leads.find(({ worker, owner }) => worker === "mihai" && owner === "mihai");
  expect(await neighbours(world.sessions.ana, params, ofMihai?.id ?? "")).toEqual(nobody);
  expect(await neighbours(world.sessions.admin, params, world.strangersLeadId)).toEqual(nobody);
});

test("a seller walks on from a place that a colleague shared, among the own leads", async () => {
  const shared = (await pageOf(world.sessions.admin, "size=25")).next;
  const { rows } = await pageOf(world.sessions.ana, `size=100&after=${shared}`);
  const visible = visibleTo(world, "ana").map(({ id }) => id);
  expect(rows.length).toBeGreaterThan(0);
  for (const { id } of rows) expect(visible).toContain(id);
});
