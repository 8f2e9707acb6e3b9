import { beforeEach, describe, expect, test, vi } from "vitest";
import { queueDueNotices } from "#lib/telegram/notify/queue.ts";
import { standInForTelegram } from "#tests/integration/telegram/chat.ts";
import { createLead, createTeam, prefer, type Team, tell } from "#tests/integration/telegram/team.ts";
import { asOwner } from "#tests/support/database.ts";
import { createStore } from "#tests/support/stores.ts";

vi.mock("node:timers/promises", async (original) => ({
  ...(await original<typeof import("node:timers/promises")>()),
  // What paces a chat would only make these tests longer.
  setTimeout: async () => undefined,
}));

const telegram = standInForTelegram();
let team: Team;

beforeEach(async () => {
  team = await createTeam();
});

const textsTo = (chatId = team.chatId) => telegram.messagesTo(chatId).map(({ text }) => text);

async function alertsOn(leadId: string): Promise<number> {
  const rows = await asOwner("select 1 from crm_lead_events where lead_id = $1 and type = 'alert_sent'", [
    leadId,
  ]);
  return rows.length;
}

describe("what a member wants to hear", () => {
  test("a lead of a store that is muted, or of too little, is not told; one of another currency is", async () => {
    const muted = await createStore(team.workspace, team.seller);
    await prefer(team.seller, { new_leads: "all", muted_stores: [muted.id] });
    await tell(await createLead(team, { storeId: muted.id }));
    expect(textsTo()).toEqual([]);
    await prefer(team.seller, { least_value: "50" });
    await prefer(team.seller, { new_leads: "above" });
    await tell(await createLead(team, { value: "49.99" }));
    expect(textsTo()).toEqual([]);
    await tell(await createLead(team, { value: "49.99", currency: "RON" }));
    await tell(await createLead(team, { value: "50" }));
    expect(textsTo()).toHaveLength(2);
  });

  test("a job that runs again tells nothing again", async () => {
    const leadId = await createLead(team);
    await tell(leadId);
    await tell(leadId);
    expect(textsTo()).toHaveLength(1);
    expect(await alertsOn(leadId)).toBe(1);
  });
});

describe("quiet hours", () => {
  /** Quiet for the next hour, by the seller's clock, and what the job is put back for. */
  async function beQuiet(): Promise<void> {
    const [row] = await asOwner<{ minute: number }>(
      "select (extract(hour from now() at time zone 'Europe/Bucharest') * 60 + extract(minute from now() at time zone 'Europe/Bucharest'))::int as minute",
    );
    const minute = row?.minute ?? 0;
    await prefer(team.seller, { quiet_from: null });
    await asOwner(
      "update notification_preferences set quiet_from = $2, quiet_until = $3 where user_id = $1",
      [team.seller.userId, minute, (minute + 60) % 1_440],
    );
  }

  const endQuiet = () =>
    asOwner("update notification_preferences set quiet_from = null, quiet_until = null where user_id = $1", [
      team.seller.userId,
    ]);

  test("hold alerts back, which are told in one message when they end", async () => {
    await beQuiet();
    const leads = [await createLead(team), await createLead(team), await createLead(team)];
    for (const leadId of leads) {
      const result = await tell(leadId);
      expect(result).toMatchObject({ isHeld: true, chatId: team.chatId });
      expect(result?.retryAt.getTime()).toBeGreaterThan(Date.now());
    }
    expect(textsTo()).toEqual([]);
    await endQuiet();
    for (const leadId of leads) await tell(leadId, "notify-new-lead", true);
    expect(textsTo()).toHaveLength(1);
    expect(textsTo()[0]).toContain("3 new leads");
    for (const leadId of leads) expect(await alertsOn(leadId)).toBe(1);
  });

  test("end with stock told in the same message", async () => {
    const [product] = await asOwner<{ id: string }>(
      "insert into products (workspace_id, user_id, sku, name, price, currency) values ($1, $2, gen_random_uuid()::text, 'Lamp', 20, 'EUR') returning id",
      [team.workspace.id, team.seller.userId],
    );
    await asOwner(
      "insert into stock_alerts (workspace_id, product_id, kind, available) values ($1, $2, 'low', 1)",
      [team.workspace.id, product?.id],
    );
    await asOwner(
      "select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())",
      [`notify-stock:${team.seller.userId}`],
    );
    const leadId = await createLead(team);
    await tell(leadId, "notify-new-lead", true);
    expect(textsTo()).toHaveLength(1);
    expect(textsTo()[0]).toContain("1 new lead");
    expect(textsTo()[0]).toContain("1 left");
    await tell(team.seller.userId, "notify-stock");
    expect(textsTo()).toHaveLength(1);
  });

  test("one alert that was held back alone is told as it would have been, with its buttons", async () => {
    const leadId = await createLead(team);
    await tell(leadId, "notify-new-lead", true);
    expect(telegram.lastTo(team.chatId).text).toContain("New lead: Ana Pop");
    expect(telegram.lastTo(team.chatId).buttons.length).toBeGreaterThan(0);
  });

  test("what failed halfway is told whole the next time, and once", async () => {
    const leads = [await createLead(team), await createLead(team)];
    let tries = 0;
    telegram.answer(team.chatId, () => (++tries === 1 ? { kind: "server_error" } : { kind: "ok" }));
    await expect(tell(leads[0] ?? "", "notify-new-lead", true)).rejects.toThrow();
    for (const leadId of leads) expect(await alertsOn(leadId)).toBe(0);
    for (const leadId of leads) await tell(leadId, "notify-new-lead", true);
    expect(textsTo()).toHaveLength(2);
    for (const leadId of leads) expect(await alertsOn(leadId)).toBe(1);
  });
});

describe("a burst", () => {
  test("of more than five at once is one message", async () => {
    const leads = [];
    for (let count = 0; count < 7; count++) leads.push(await createLead(team));
    for (const leadId of leads) await tell(leadId);
    expect(textsTo()).toEqual([expect.stringContaining("7 new leads")]);
    expect(telegram.lastTo(team.chatId).buttons).toEqual([]);
  });

  test.each([3, 7])("of %i to a chat that stopped says so on each lead's timeline, once", async (count) => {
    const leads: string[] = [];
    for (let nth = 0; nth < count; nth += 1) leads.push(await createLead(team));
    telegram.answer(team.chatId, () => ({
      kind: "refused",
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    }));
    for (const leadId of [...leads, ...leads]) await tell(leadId);
    const failed = await asOwner<{ id: string }>(
      "select lead_id as id from crm_lead_events where lead_id = any ($1) and type = 'alert_failed'",
      [leads],
    );
    expect(failed.map(({ id }) => id).toSorted()).toEqual(leads.toSorted());
  });

  test("that comes one by one is told in messages of its own five times a minute, then held back for the rest of it", async () => {
    for (let count = 0; count < 5; count++) await tell(await createLead(team));
    expect(textsTo()).toHaveLength(5);
    const result = await tell(await createLead(team));
    expect(textsTo()).toHaveLength(5);
    expect(result?.isHeld).toBe(true);
    expect(result?.retryAt.getTime()).toBeGreaterThan(Date.now() + 30_000);
    expect(result?.retryAt.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
  });
});

describe("a call that a buyer was promised", () => {
  async function promise(leadId: string, at: string): Promise<void> {
    await asOwner(`update crm_leads set cod_status = 'postponed', call_back_at = ${at} where id = $1`, [
      leadId,
    ]);
  }

  async function alertsOf(leadId: string) {
    return asOwner<{ id: string; toldAt: Date | null }>(
      `select id, told_at as "toldAt" from telegram_alerts where lead_id = $1 and kind = 'call_back'`,
      [leadId],
    );
  }

  test("is told when it is due, once, however many workers look", async () => {
    const leadId = await createLead(team);
    await promise(leadId, "now() + interval '1 hour'");
    await queueDueNotices();
    expect(await alertsOf(leadId)).toEqual([]);
    await promise(leadId, "now() - interval '1 minute'");
    await Promise.all([queueDueNotices(), queueDueNotices()]);
    const alerts = await alertsOf(leadId);
    expect(alerts).toHaveLength(1);
    const jobs = await asOwner("select 1 from graphile_worker.jobs where key = $1", [
      `notify-call-back:${alerts[0]?.id}`,
    ]);
    expect(jobs).toHaveLength(1);
    await tell(alerts[0]?.id ?? "", "notify-call-back");
    await tell(alerts[0]?.id ?? "", "notify-call-back");
    expect(textsTo()).toEqual([expect.stringContaining("Call back now: Ana Pop")]);
    expect(
      telegram
        .lastTo(team.chatId)
        .buttons.flat()
        .map(({ text }) => text),
    ).toContain("No answer");
  });

  test("is not told when it was made before, or nobody wants to hear it", async () => {
    const leadId = await createLead(team);
    await promise(leadId, "now() - interval '1 minute'");
    await queueDueNotices();
    const [alert] = await alertsOf(leadId);
    await asOwner("update crm_leads set cod_status = 'confirmed', call_back_at = null where id = $1", [
      leadId,
    ]);
    await tell(alert?.id ?? "", "notify-call-back");
    await prefer(team.seller, { call_backs: false });
    const other = await createLead(team);
    await promise(other, "now() - interval '1 minute'");
    await queueDueNotices();
    expect(await alertsOf(other)).toEqual([]);
    expect(textsTo()).toEqual([]);
  });
});

describe("deliveries that fail", () => {
  async function fail(attempts: number): Promise<void> {
    await asOwner(
      `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status, attempts, error)
       values ($1, 'orders/create', gen_random_uuid()::text, '{}', '', 'failed', $2, 'unreadable')`,
      [team.store.id, attempts],
    );
  }

  const subject = () => `${team.workspace.id}:${team.seller.userId}`;

  test("are told of after three tries, by store, and not again within the hour", async () => {
    await fail(1);
    await tell(subject(), "notify-failures");
    expect(textsTo()).toEqual([]);
    await fail(3);
    await fail(10);
    await queueDueNotices();
    const jobs = await asOwner("select 1 from graphile_worker.jobs where key = $1", [
      `notify-failures:${subject()}`,
    ]);
    expect(jobs).toHaveLength(1);
    await tell(subject(), "notify-failures");
    expect(textsTo()).toEqual([expect.stringContaining(": 2")]);
    await fail(3);
    await tell(subject(), "notify-failures");
    expect(textsTo()).toHaveLength(1);
    await asOwner("update telegram_alerts set told_at = now() - interval '2 hours' where user_id = $1", [
      team.seller.userId,
    ]);
    await tell(subject(), "notify-failures");
    expect(textsTo()).toHaveLength(2);
  });

  test("are not told of a store that was removed", async () => {
    await fail(3);
    await asOwner("update integrations set is_active = false, removed_at = now() where id = $1", [
      team.store.id,
    ]);
    await tell(subject(), "notify-failures");
    expect(textsTo()).toEqual([]);
  });
});
