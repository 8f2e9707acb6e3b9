import fc from "fast-check";
import { expect, test } from "vitest";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import { loadDashboard } from "#lib/kpi/queries.ts";
import { codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";
import { asOwner } from "#tests/support/database.ts";
import { recount } from "./recount.ts";
import { addLeads, createWorld, leadOf, sessionOf, type World } from "./world.ts";

const changes = Number(process.env.KPI_CHANGES ?? 250);
const writers = 8;

/** Something that happens to a lead chosen at random ($2 of 1,000 of those of the workspace $1), or to the whole workspace. */
type Change = (world: World, pick: number) => Promise<unknown>;

const oneLead = `(select id from crm_leads where workspace_id = $1 order by id offset
  ($2::int % greatest((select count(*) from crm_leads where workspace_id = $1), 1)) limit 1)`;

function toLead(set: string): Change {
  return (world, pick) =>
    asOwner(`update crm_leads set ${set} where id = ${oneLead}`, [world.workspace.id, pick]);
}

function toOrder(set: string): Change {
  return (world, pick) =>
    asOwner(`update orders set ${set} where id = (select order_id from crm_leads where id = ${oneLead})`, [
      world.workspace.id,
      pick,
    ]);
}

const kpi = (cod: string, logistic: string) =>
  `cod_status = '${cod}', logistic_status = '${logistic}', kpi_status = astra.kpi_status('${cod}', '${logistic}',
    (select payment_status from orders where orders.id = order_id))`;

const kinds: Change[] = [
  // New: of stores and by hand, alone and many at once.
  async (world, pick) => addLeads(world, fc.sample(leadOf(world), { numRuns: 1 + (pick % 3), seed: pick })),
  // Worked, cancelled, delivered, undone.
  (world, pick) =>
    toLead(kpi(codStatuses[pick % codStatuses.length] ?? "", logisticStatuses[pick % 7] ?? ""))(world, pick),
  toLead("logistic_status = 'cancelled', kpi_status = 'rejected'"),
  toLead(kpi("pending", "pending")),
  // Edited and refunded.
  (world, pick) => toLead(`value = ${(pick % 900) + 0.5}`)(world, pick),
  toLead("value = null"),
  (world, pick) => toOrder(`currency = '${["EUR", "RON", "XTS"][pick % 3]}'`)(world, pick),
  // Reassigned, dated anew, turned out to be a test and back.
  (world, pick) => {
    const people = Object.values(world.people);
    return toLead(`user_id = '${people[pick % people.length]?.userId}'`)(world, pick);
  },
  toLead("arrived_at = arrived_at + interval '17 minutes'"),
  toLead("is_test = not is_test"),
  // Redacted and merged: nothing that is counted.
  toLead("name = null, email = null, phone = null"),
  toLead("customer_id = null"),
  // Joined to another order: its lead goes.
  (world, pick) => asOwner(`delete from crm_leads where id = ${oneLead}`, [world.workspace.id, pick]),
  // A store changes hands, with all its leads.
  (world, pick) =>
    asOwner("update integrations set user_id = $1 where id = $2", [
      [world.people.ana, world.people.mihai, world.people.dan][pick % 3]?.userId,
      world.stores[pick % world.stores.length]?.id,
    ]),
  // Meanwhile, what is new is folded.
  (world) => asOwner("select astra.fold_lead_changes(40, $1)", [world.workspace.id]),
];

test("after random changes at once, what is counted ahead is what a recount of the leads says, folded or not", async () => {
  const world = await createWorld(200);
  const picks = fc.sample(fc.tuple(fc.nat(kinds.length - 1), fc.nat(999)), { numRuns: changes, seed: 11 });
  const next = picks[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const [kind, pick] of next) await retried(() => kinds[kind]?.(world, pick));
    }),
  );
  expect(await differences(world)).toEqual([]);
  await expectPlainFigures(world);
  await asOwner("select astra.fold_lead_changes(1000000, $1)", [world.workspace.id]);
  expect(await differences(world)).toEqual([]);
  const left = await asOwner("select 1 from lead_figure_changes where workspace_id = $1", [
    world.workspace.id,
  ]);
  expect(left.length).toBe(0);
  await expectPlainFigures(world);

  // What counts wrongly is noticed, and counted anew.
  await asOwner("update lead_figures set fake = fake + 1 where workspace_id = $1 and span = 'day'", [
    world.workspace.id,
  ]);
  expect((await differences(world)).map(({ kind }) => kind)).toEqual(["figures of a day"]);
  await asOwner("select astra.rebuild_lead_figures($1)", [world.workspace.id]);
  expect(await differences(world)).toEqual([]);
}, 1_200_000);

function differences({ workspace }: World): Promise<{ kind: string }[]> {
  return asOwner<{ kind: string }>("select * from astra.lead_figure_differences($1)", [workspace.id]);
}

/** The figures of a year, as an admin and as a seller see them. */
async function expectPlainFigures(world: World): Promise<void> {
  for (const name of ["admin", "ana"] as const) {
    const zone = "Europe/Bucharest";
    const params = loadDashboardParams("?range=custom&from=2025-01-05&to=2026-01-02&compare=none");
    const told = await loadDashboard(sessionOf(world, name, zone), params);
    const { counts } = await recount(world, name, zone, told.days, params);
    expect(told.counts.map(({ value }) => value)).toEqual(told.counts.map((count) => counts[count.name]));
  }
}

/** Two that change many leads at once may wait for each other; the app runs such a transaction again. */
async function retried(work: () => Promise<unknown> | undefined): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === 10 || (error as { code?: string }).code !== "40P01") throw error;
    }
  }
}
