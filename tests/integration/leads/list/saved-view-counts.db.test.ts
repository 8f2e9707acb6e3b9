import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { countSavedViews } from "#lib/leads/saved-view-counts.ts";
import { asOwner } from "#tests/support/database.ts";
import { pageOf } from "./ask.ts";
import { createWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

async function count(session: Session, query: string) {
  return (await countSavedViews(session, [{ id: "view", query }])).view;
}

describe("the count of a saved view", () => {
  const queries = () => [
    "",
    "view=to_call",
    "view=to_ship&sort=value&size=25",
    "cod=pending,no_answer&kpi=waiting",
    `store=${world.stores.lamps},${world.stores.rugs}`,
    `tag=${world.tags.gift}&view=all`,
    "sku=SHADE-1",
    "from=2025-03-30&to=2025-03-30",
    `seller=${world.sessions.mihai.userId}`,
    "logistic=delivered&cod=fake",
  ];

  test.each(["admin", "manager", "viewer", "ana", "mihai", "stranger"] as const)(
    "is what the list holds, for %s",
    async (who) => {
      const session = world.sessions[who];
      const views = queries().map((query, index) => ({ id: `view ${index}`, query }));
      const counts = await countSavedViews(session, views);
      for (const { id, query } of views) {
        const { total, isCapped } = await pageOf(session, query);
        expect(counts[id], query).toEqual({ total, isCapped });
      }
    },
  );

  test("is left out where the view searches, and the others have theirs", async () => {
    const views = [
      { id: "searches", query: "q=popescu&cod=pending" },
      { id: "filters", query: "cod=pending" },
    ];
    expect(Object.keys(await countSavedViews(world.sessions.admin, views))).toEqual(["filters"]);
    expect(await countSavedViews(world.sessions.admin, views.slice(0, 1))).toEqual({});
    expect(await countSavedViews(world.sessions.admin, [])).toEqual({});
  });

  test.each([
    "view=everything&cod=maybe&store=1&tag=%27&from=yesterday&to=275760-09-13",
    "&&==&view",
    "colour=red",
  ])("is none where the list does not understand the query: %s", async (query) =>
    expect(await count(world.sessions.ana, query)).toBeUndefined(),
  );

  test.each(["%", "sku=%00&q=%00a", "q=ab"])(
    "of a query that asks for nothing is that of the whole list: %s",
    async (query) => {
      const { total } = await pageOf(world.sessions.ana, "");
      expect(await count(world.sessions.ana, query)).toEqual({ total, isCapped: false });
    },
  );

  test("stops at 1,000", async () => {
    const { workspace, userId } = world.sessions.stranger;
    await asOwner(
      `insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status)
       select $1, $2, 'One of many', 'manual', 'wrong_number', 'waiting' from generate_series(1, 1001)`,
      [workspace.id, userId],
    );
    expect(await count(world.sessions.stranger, "cod=wrong_number")).toEqual({ total: 1000, isCapped: true });
  });

  test("is none for somebody who was shut out", async () => {
    const session = { ...world.sessions.admin, userId: crypto.randomUUID() };
    expect(await count(session, "")).toEqual({ total: 0, isCapped: false });
  });
});
