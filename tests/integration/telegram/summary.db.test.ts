import { beforeEach, describe, expect, test, vi } from "vitest";
import { formatMoney } from "#lib/base/money/format.ts";
import { dayOf, fieldsOf, momentAt } from "#lib/base/time/moment.ts";
import { loadDaySummary } from "#lib/summary/queries.ts";
import { figuresMessage } from "#lib/telegram/figures-message.ts";
import { queueDueNotices } from "#lib/telegram/notify/queue.ts";
import { notifySummary } from "#lib/telegram/notify/summary.ts";
import { handleUpdate } from "#lib/telegram/updates/handle.ts";
import { newChatId, said, standInForTelegram } from "#tests/integration/telegram/chat.ts";
import {
  createLead,
  createTeam,
  linkPrivately,
  prefer,
  type Team,
} from "#tests/integration/telegram/team.ts";
import { asOwner } from "#tests/support/database.ts";
import { signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

vi.mock("node:timers/promises", async (original) => ({
  ...(await original<typeof import("node:timers/promises")>()),
  setTimeout: async () => undefined,
}));

const address = vi.hoisted(() => ({ isPublic: false }));
vi.mock("#lib/telegram/bot.ts", async (original) => ({
  ...(await original<typeof import("#lib/telegram/bot.ts")>()),
  isReachable: () => address.isPublic,
}));

const telegram = standInForTelegram();
let team: Team;

beforeEach(async () => {
  team = await createTeam();
});

async function jobs(): Promise<string[]> {
  const rows = await asOwner<{ key: string }>(
    "select key from graphile_worker.jobs where key like 'notify-summary:' || $1 || '%' order by key",
    [team.workspace.id],
  );
  return rows.map(({ key }) => key.split(":").at(-1) ?? "");
}

/** The hour was chosen long ago. */
async function choose(hour: number): Promise<void> {
  await prefer(team.seller, { summary_hour: hour });
  await asOwner("update notification_preferences set summary_set_at = '2026-01-01' where user_id = $1", [
    team.seller.userId,
  ]);
}

describe("the daily summary", () => {
  test("is queued once a day from its hour on, by the person's clock, even with two workers", async () => {
    await choose(8);
    await queueDueNotices(new Date("2026-03-10T05:59:00Z"));
    expect(await jobs()).toEqual([]);
    const now = new Date("2026-03-10T06:00:00Z");
    await Promise.all([queueDueNotices(now), queueDueNotices(now), queueDueNotices(now)]);
    await queueDueNotices(new Date("2026-03-10T20:00:00Z"));
    expect(await jobs()).toEqual(["2026-03-10"]);
    // The clocks were set forward in the night to the 29th: eight o'clock comes an hour earlier.
    await queueDueNotices(new Date("2026-03-29T04:59:00Z"));
    expect(await jobs()).toEqual(["2026-03-10"]);
    await queueDueNotices(new Date("2026-03-29T05:00:00Z"));
    expect(await jobs()).toEqual(["2026-03-10", "2026-03-29"]);
  });

  test("of the others is queued where one person has a time zone that is none", async () => {
    const others = await createTeam();
    for (const { seller } of [team, others]) {
      await prefer(seller, { summary_hour: 8 });
      await asOwner("update notification_preferences set summary_set_at = '2026-01-01' where user_id = $1", [
        seller.userId,
      ]);
    }
    await asOwner("update users set timezone = 'Nowhere/Atlantis' where id = $1", [team.seller.userId]);
    await queueDueNotices(new Date("2026-03-10T20:00:00Z"));
    expect(await jobs()).toEqual([]);
    team = others;
    expect(await jobs()).toEqual(["2026-03-10"]);
  });

  test("of an hour that is over when it is chosen begins on the next day", async () => {
    await prefer(team.seller, { summary_hour: 0 });
    await queueDueNotices();
    expect(await jobs()).toEqual([]);
  });

  test("is sent once, and again only where sending failed", async () => {
    await choose(20);
    await createLead(team);
    const errand = {
      workspaceId: team.workspace.id,
      userId: team.seller.userId,
      day: fieldsOf(new Date(), team.seller.timezone).day,
    };
    let tries = 0;
    telegram.answer(team.chatId, () => (++tries === 1 ? { kind: "server_error" } : { kind: "ok" }));
    await expect(notifySummary(errand)).rejects.toThrow();
    await notifySummary(errand);
    await notifySummary(errand);
    expect(telegram.messagesTo(team.chatId)).toHaveLength(2);
    expect(telegram.lastTo(team.chatId).text).toContain("1 new lead");
  });

  test("says what the mail says, and leads to it where the address is a public one", async () => {
    await createLead(team);
    const { timezone } = team.seller;
    const now = momentAt(dayOf(new Date(), timezone), "23:00", timezone);
    const summary = await loadDaySummary(team.seller, now);
    const text = await figuresMessage(team.seller, "today", now);
    expect(summary.needs.map(({ kind, count }) => `${kind} ${count}`)).toEqual(["to_call 1"]);
    expect(text).toContain("One thing needs a hand now:\nLeads to call: 1");
    expect(text).toContain(`Worth: ${formatMoney(summary.money[0]?.worth ?? "", "EUR", "en")}`);
    expect(text).not.toContain("<a ");
    address.isPublic = true;
    const linked = await figuresMessage(team.seller, "today", now);
    address.isPublic = false;
    expect(linked).toContain('/leads?view=to_call">Leads to call: 1</a>');
    expect(linked).toContain('/dashboard?range=today">Open the dashboard</a>');
  });

  test("is not told to an admin who owes a second factor", async () => {
    const chatId = newChatId();
    await linkPrivately(team.admin, chatId);
    await prefer(team.admin, { summary_hour: 20 });
    await asOwner("update workspaces set second_factor_for_admins = true where id = $1", [team.workspace.id]);
    const { userId } = team.admin;
    const { day } = fieldsOf(new Date(), team.admin.timezone);
    await notifySummary({ workspaceId: team.workspace.id, userId, day });
    await handleUpdate(said({ text: "/today", from: chatId }));
    expect(telegram.messagesTo(chatId).map(({ text }) => text)).toEqual([
      expect.stringContaining("set up two-step sign-in"),
    ]);
  });
});

test("/today tells what the member may see, and no more", async () => {
  const other = await signIn(team.workspace, "seller", "Olga");
  const store = await createStore(team.workspace, other);
  await createLead(team);
  await createLead({ ...team, seller: other, store });
  const adminChat = newChatId();
  await linkPrivately(team.admin, adminChat);
  await handleUpdate(said({ text: "/today", from: team.chatId }));
  await handleUpdate(said({ text: "/today", from: adminChat }));
  expect(telegram.lastTo(team.chatId).text).toContain("1 new lead\n");
  expect(telegram.lastTo(adminChat).text).toContain("2 new leads\n");
  expect(telegram.lastTo(adminChat).text).toContain("One thing needs a hand now:\nLeads to call: 2");
});
