import fc from "fast-check";
import { expect, test } from "vitest";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import { loadDashboard } from "#lib/kpi/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { changeKinds } from "./mix.ts";
import { recount, recountProducts, soldIn } from "./recount.ts";
import { createWorld, sessionOf, skus, type World } from "./world.ts";

const changes = Number(process.env.KPI_CHANGES ?? 250);
const writers = 8;

test("after random changes at once, what is counted ahead is what a recount of the leads says, folded or not", async () => {
  const world = await createWorld(200);
  const picks = fc.sample(fc.tuple(fc.nat(changeKinds.length - 1), fc.nat(999)), {
    numRuns: changes,
    seed: 11,
  });
  const next = picks[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const [kind, pick] of next) await retried(() => changeKinds[kind]?.(world, pick));
    }),
  );
  expect(await differences(world)).toEqual([]);
  await expectPlainFigures(world);
  await asOwner("select astra.fold_lead_changes(1000000, $1), astra.fold_product_changes(1000000, $1)", [
    world.workspace.id,
  ]);
  expect(await differences(world)).toEqual([]);
  const left = await asOwner(
    "select 1 from lead_figure_changes where workspace_id = $1 union all select 1 from product_figure_changes where workspace_id = $1",
    [world.workspace.id],
  );
  expect(left.length).toBe(0);
  await expectPlainFigures(world);

  // What counts wrongly is noticed, and counted anew.
  await asOwner("update lead_figures set fake = fake + 1 where workspace_id = $1 and span = 'day'", [
    world.workspace.id,
  ]);
  await asOwner("update workspace_figures set fake = fake + 1 where workspace_id = $1 and span = 'day'", [
    world.workspace.id,
  ]);
  await asOwner("update product_figures set fake = fake + 1 where workspace_id = $1 and span = 'month'", [
    world.workspace.id,
  ]);
  await asOwner("update ordered_products set units = units + 1 where workspace_id = $1 and span = 'day'", [
    world.workspace.id,
  ]);
  expect((await differences(world)).map(({ kind }) => kind)).toEqual([
    "figures of a day",
    "figures of the whole, of a day",
    "orders of products of a day",
    "products of a month",
  ]);
  await asOwner("select astra.rebuild_lead_figures($1), astra.rebuild_product_figures($1)", [
    world.workspace.id,
  ]);
  expect(await differences(world)).toEqual([]);
}, 1_200_000);

function differences({ workspace }: World): Promise<{ kind: string }[]> {
  return asOwner<{ kind: string }>(
    "select * from astra.lead_figure_differences($1) union all select * from astra.workspace_figure_differences($1) union all select * from astra.product_figure_differences($1)",
    [workspace.id],
  );
}

/** The figures of a year, of all and of a product, as an admin and as a seller see them. */
async function expectPlainFigures(world: World): Promise<void> {
  const zone = "Europe/Bucharest";
  for (const name of ["admin", "ana"] as const) {
    for (const product of ["", ...skus]) {
      const params = loadDashboardParams(
        `?range=custom&from=2025-01-05&to=2026-01-02&compare=none&product=${product}`,
      );
      const told = await loadDashboard(sessionOf(world, name, zone), params);
      const { counts } = await recount(world, name, zone, told.days, params);
      expect(told.counts.map(({ value }) => value)).toEqual(told.counts.map((count) => counts[count.name]));
      expect(soldIn(told)).toEqual(await recountProducts(world, name, zone, told.days, params));
    }
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
