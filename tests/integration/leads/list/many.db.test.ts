import { beforeAll, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { leadList } from "#lib/leads/list.ts";
import { countLeadsOn, countNarrowedViews, countViews, countViewsOn } from "#lib/leads/queries.ts";
import { matchLeads } from "#lib/sales/search/matches.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { pageOf } from "./ask.ts";

let session: Session;

/** The newest leads are of others: 10,500 of "Ion", then 3,100 of "Grigore" and one "Octavia", oldest last. */
beforeAll(async () => {
  const workspace = await createWorkspace();
  const { userId, name, email } = await createMember(workspace, "manager");
  const place = { ...workspace, currency: "EUR", timezone: "UTC" };
  session = {
    userId,
    name,
    email,
    role: "manager",
    aal: "aal1",
    locale: "en",
    timezone: "UTC",
    timeFormat: "24h",
    workspace: place,
  };
  await asOwner(
    `insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status, arrived_at)
    select $1, $2, case when n > 13600 then 'Octavia' when n > 10500 then 'Grigore' else 'Ion' end || ' Radu',
      'manual', 'pending', 'waiting', timestamptz '2025-06-01' - n * interval '1 minute'
    from generate_series(1, 13601) n`,
    [workspace.id, userId],
  );
});

test("counting stops at 1,000", async () => {
  expect(await pageOf(session, "")).toMatchObject({ total: 1_000, isCapped: true });
  const { all, to_call, shipped } = await countViews(session);
  expect(all).toEqual({ count: 1_000, isCapped: true });
  expect(to_call).toEqual({ count: 1_000, isCapped: true });
  expect(shipped).toEqual({ count: 0, isCapped: false });
});

test("it goes on after the page, up to 10,000", async () => {
  const page = { total: 1_000, isCapped: true };
  const most = { total: 10_000, isCapped: true };
  expect(await countLeadsOn(session, leadList.load(""), page)).toEqual(most);
  expect(await countLeadsOn(session, leadList.load("q=grigore"), page)).toMatchObject({ isCapped: true });
  const some = leadList.load("to=2025-05-31&from=2025-05-30");
  expect(await countLeadsOn(session, some, page)).toEqual({ total: 2_880, isCapped: false });
  expect(countLeadsOn(session, some, { total: 7, isCapped: false })).toBeNull();
});

test("tabs are counted on, and with filters count what those leave", async () => {
  const later = await countViewsOn(session, await countViews(session));
  expect(later).toMatchObject({ all: { count: 10_000, isCapped: true }, shipped: { count: 0 } });
  expect(countNarrowedViews(session, leadList.load("view=to_call&sort=oldest"))).toBeNull();
  const narrowed = countNarrowedViews(session, leadList.load("view=shipped&from=2025-05-31"));
  expect(await narrowed).toMatchObject({
    all: { count: 1_440 },
    to_call: { count: 1_440 },
    shipped: { count: 0 },
  });
  const found = await countNarrowedViews(session, leadList.load("q=octavia"));
  expect(found).toMatchObject({ all: { count: 1 }, to_call: { count: 1 }, shipped: { count: 0 } });
  expect(await countNarrowedViews(session, leadList.load("q=grigore"))).toBeNull();
});

test("what one old lead has is found through the index", async () => {
  const matches = await forUser(session, (tx) => matchLeads(tx, session, "octavia radu"));
  expect(matches?.ids).toHaveLength(1);
  const page = await pageOf(session, "q=octavia");
  expect(page.rows.map(({ customerName }) => customerName)).toEqual(["Octavia Radu"]);
  expect(page).toMatchObject({ total: 1, isCapped: false, next: null });
});

test("what too many old leads have is found by walking", async () => {
  const matches = await forUser(session, (tx) => matchLeads(tx, session, "grigore"));
  expect(matches?.ids).toBeNull();
  const first = await pageOf(session, "q=grigore&size=100");
  expect(first.rows).toHaveLength(100);
  expect(first.isCapped).toBe(true);
  expect(first.rows.every(({ customerName }) => customerName === "Grigore Radu")).toBe(true);
  const second = await pageOf(session, `q=grigore&size=100&after=${first.next}`);
  expect(second.rows).toHaveLength(100);
  expect(second.rows[0]?.arrivedAt.getTime()).toBeLessThan(first.rows.at(-1)?.arrivedAt.getTime() ?? 0);
});
