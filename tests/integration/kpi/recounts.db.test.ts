import { expect, test } from "vitest";
import { askForRecount, recountFigures } from "#lib/kpi/commands.ts";
import { listRecounts } from "#lib/kpi/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorld, sessionOf } from "./world.ts";

test("a recount that an admin asks for tells what differed, and has it counted anew", async () => {
  const world = await createWorld(40);
  const workspace = [world.workspace.id];
  const admin = sessionOf(world, "admin", "UTC");
  await asOwner("select astra.fold_lead_changes(1000000, $1)", workspace);

  const report = async () => {
    await askForRecount(admin);
    const [asked] = await listRecounts(admin);
    await recountFigures(asked?.id ?? "");
    const [done] = await listRecounts(admin);
    const [leads] = await asOwner<{ count: number }>(
      "select count(*)::int as count from crm_leads where workspace_id = $1 and not is_test",
      workspace,
    );
    expect([asked?.countedAt, done?.id, done?.leads]).toEqual([null, asked?.id, leads?.count]);
    return done?.differences.map(({ what, span }) => [what, span]);
  };
  expect(await report()).toEqual([]);
  await asOwner(
    "update lead_arrivals set paid = paid + 1 where workspace_id = $1 and span = 'hour'",
    workspace,
  );
  expect(await report()).toEqual([["arrivals", "hour"]]);
  expect(await report()).toEqual([]);
});

test("a report tells of what figures differed and over which span, in keys that every language has words for", async () => {
  const world = await createWorld(0);
  const kinds = [
    "figures of a day",
    "figures of the whole, of a month",
    "arrivals of a quarter",
    "products of a day",
    "orders of products of a month",
  ];
  const differences = kinds.map((kind) => ({ kind, rows: 2, example: "2026-11-01 00:00:00+00" }));
  await asOwner(
    "insert into figure_recounts (workspace_id, leads, differences, counted_at) values ($1, 3, $2, now())",
    [world.workspace.id, JSON.stringify(differences)],
  );
  const [told] = await listRecounts(sessionOf(world, "admin", "UTC"));
  const startsAt = new Date("2026-11-01T00:00:00Z");
  expect(told?.differences).toEqual([
    { what: "figures", span: "day", rows: 2, startsAt },
    { what: "whole", span: "month", rows: 2, startsAt },
    { what: "arrivals", span: "quarter", rows: 2, startsAt },
    { what: "products", span: "day", rows: 2, startsAt },
    { what: "orders", span: "month", rows: 2, startsAt },
  ]);
});
