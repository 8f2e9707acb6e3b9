import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import type { StatusChange } from "#lib/leads/model.ts";
import { undoStatusChange } from "#lib/leads/undo.ts";
import { createDesk, type Desk, doneOn, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

const confirm: StatusChange = { field: "codStatus", to: "confirmed" };
const ship: StatusChange = { field: "logisticStatus", to: "shipped" };

interface How {
  callBackAt?: Date;
  note?: string;
  isOverride?: boolean;
}

const change = (session: Session, ids: string[], to: StatusChange, how: How = {}) =>
  changeStatus(session, { ids, change: to, isOverride: false, ...how });

async function stored(id: string) {
  const [lead] = await asOwner(
    `select cod_status as cod, logistic_status as logistic, kpi_status as kpi, call_attempts as attempts,
       call_back_at as "callBackAt" from crm_leads where id = $1`,
    [id],
  );
  return lead;
}

describe("a change of status", () => {
  test.for(["admin", "manager", "seller"] as const)("is for %s, and stands on the timeline", async (who) => {
    const id = await tellNew(desk.store);
    const { changed, refused } = await change(desk[who], [id], confirm, { note: "Spoke to her sister." });
    expect(refused).toEqual([]);
    expect(changed).toMatchObject([{ id, codStatus: "confirmed", logisticStatus: "pending" }]);
    expect(await stored(id)).toMatchObject({ cod: "confirmed", kpi: "waiting" });
    expect(await doneOn(id)).toMatchObject([
      { type: "status_changed", details: { field: "codStatus", from: "pending", to: "confirmed" } },
      { type: "note", details: { text: "Spoke to her sister." } },
    ]);
  });

  test.for(["otherSeller", "viewer", "stranger"] as const)("finds no lead for %s", async (who) => {
    const id = await tellNew(desk.store);
    expect(await change(desk[who], [id], confirm)).toMatchObject({
      changed: [],
      unchanged: [],
      refused: [{ id, reason: "notFound", now: who === "viewer" ? { codStatus: "pending" } : null }],
    });
    expect(await stored(id)).toMatchObject({ cod: "pending" });
    expect(await doneOn(id)).toEqual([]);
  });

  test("of many goes as far as each lead may, and names the others", async () => {
    const confirmed = await tellNew(desk.store);
    await change(desk.seller, [confirmed], confirm);
    const open = await tellNew(desk.store);
    const nowhere = crypto.randomUUID();
    const { changed, refused } = await change(desk.seller, [open, confirmed, nowhere], ship);
    expect(changed).toMatchObject([{ id: confirmed, logisticStatus: "shipped" }]);
    expect(refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: open, reason: "confirmFirst" }),
        { id: nowhere, reason: "notFound", now: null },
      ]),
    );
    expect(await stored(confirmed)).toMatchObject({ logistic: "shipped", kpi: "shipped" });
    expect(await stored(open)).toMatchObject({ logistic: "pending", kpi: "waiting" });
  });

  test("where no way leads is an admin's override, which the timeline says", async () => {
    const id = await tellNew(desk.store);
    const collect: StatusChange = { field: "codStatus", to: "collected" };
    expect(await change(desk.admin, [id], collect)).toMatchObject({ refused: [{ reason: "notAllowed" }] });
    for (const who of ["manager", "seller"] as const)
      await expect(change(desk[who], [id], collect, { isOverride: true })).rejects.toMatchObject({
        key: "forbidden",
      });
    expect(await change(desk.admin, [id], collect, { isOverride: true })).toMatchObject({
      changed: [{ id, codStatus: "collected" }],
    });
    expect(await stored(id)).toMatchObject({ cod: "collected", kpi: "paid" });
    expect(await doneOn(id)).toMatchObject([{ details: { to: "collected", isOverride: "true" } }]);
    const again = await change(desk.admin, [id], collect, { isOverride: true });
    expect(again).toEqual({ changed: [], unchanged: [id], refused: [] });
  });

  test("to where a lead is already is nothing, and a refusal says how it stands and who brought it there", async () => {
    const id = await tellNew(desk.store);
    await change(desk.manager, [id], confirm);
    expect(await change(desk.seller, [id], confirm)).toEqual({ changed: [], unchanged: [id], refused: [] });
    const { refused } = await change(desk.seller, [id], { field: "codStatus", to: "fake" });
    expect(refused).toMatchObject([
      { reason: "notAllowed", now: { codStatus: "confirmed", by: "Max Manager", at: expect.any(Date) } },
    ]);
    expect(await doneOn(id)).toHaveLength(1);
  });

  test("that only the store made is said without a name", async () => {
    const id = await tellNew(desk.store);
    const { refused } = await change(desk.seller, [id], ship);
    expect(refused).toMatchObject([
      { reason: "confirmFirst", now: { codStatus: "pending", by: null, at: null } },
    ]);
  });

  test("to another day of call-back is news", async () => {
    const id = await tellNew(desk.store);
    const postpone: StatusChange = { field: "codStatus", to: "postponed" };
    await change(desk.seller, [id], postpone, { callBackAt: new Date("2030-01-01T09:00:00Z") });
    await change(desk.seller, [id], postpone, { callBackAt: new Date("2030-02-01T09:00:00Z") });
    expect(await stored(id)).toMatchObject({ callBackAt: new Date("2030-02-01T09:00:00Z") });
    expect(await doneOn(id)).toMatchObject([
      { details: { from: "pending", callBackAt: "2030-01-01T09:00:00.000Z" } },
      { details: { from: "postponed", callBackAt: "2030-02-01T09:00:00.000Z" } },
    ]);
  });
});

describe("an undo", () => {
  test("brings many back as they were, and says so", async () => {
    const leads = [await tellNew(desk.store), await tellNew(desk.store)];
    const callBackAt = new Date("2030-01-01T09:00:00Z");
    await change(desk.seller, leads, { field: "codStatus", to: "no_answer" }, { callBackAt });
    const { changed } = await change(desk.seller, leads, confirm);
    expect(await undoStatusChange(desk.seller, { leads: changed })).toEqual({ undone: 2 });
    for (const id of leads) {
      expect(await stored(id)).toMatchObject({ cod: "no_answer", attempts: 1, callBackAt });
      expect((await doneOn(id)).at(-1)).toMatchObject({
        details: { from: "confirmed", to: "no_answer", isUndo: "true" },
      });
    }
  });

  test("of a shipping leaves the calls as they are", async () => {
    const id = await tellNew(desk.store);
    await change(desk.seller, [id], { field: "codStatus", to: "no_answer" });
    await change(desk.seller, [id], confirm);
    const { changed } = await change(desk.seller, [id], ship);
    expect(await undoStatusChange(desk.seller, { leads: changed })).toEqual({ undone: 1 });
    expect(await stored(id)).toMatchObject({ cod: "confirmed", logistic: "pending", attempts: 1 });
  });

  test("leaves a lead that has gone on", async () => {
    const id = await tellNew(desk.store);
    const { changed } = await change(desk.seller, [id], confirm);
    await change(desk.manager, [id], ship);
    expect(await undoStatusChange(desk.seller, { leads: changed })).toEqual({ undone: 0 });
    expect(await stored(id)).toMatchObject({ cod: "confirmed", logistic: "shipped" });
  });

  test("leads nowhere but back: not by an entry of another lead, of another person, or of the undo itself", async () => {
    const [first, second] = [await tellNew(desk.store), await tellNew(desk.store)];
    const { changed } = await change(desk.seller, [first], confirm);
    const [made] = changed;
    if (!made) throw new Error("The lead was not confirmed.");
    const { changed: others } = await change(desk.manager, [second], confirm);

    const undo = (request: typeof changed) => undoStatusChange(desk.seller, { leads: request });
    expect(await undo([{ ...made, id: second }])).toEqual({ undone: 0 });
    expect(await undo(others)).toEqual({ undone: 0 });
    expect(await undo([{ ...made, eventId: crypto.randomUUID() }])).toEqual({ undone: 0 });
    expect(await undoStatusChange(desk.viewer, { leads: changed })).toEqual({ undone: 0 });

    expect(await undo(changed)).toEqual({ undone: 1 });
    const [undoing] = await asOwner<{ id: string }>(
      "select id from crm_lead_events where lead_id = $1 and details ? 'isUndo'",
      [first],
    );
    const redo = { ...made, eventId: undoing?.id ?? "", codStatus: "pending" } as const;
    expect(await undo([redo])).toEqual({ undone: 0 });
    expect(await stored(first)).toMatchObject({ cod: "pending" });
    expect(await stored(second)).toMatchObject({ cod: "confirmed" });
  });
});
