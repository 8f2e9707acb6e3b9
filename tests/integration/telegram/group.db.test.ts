import { beforeEach, describe, expect, test, vi } from "vitest";
import { sendGroupTest } from "#lib/telegram/commands.ts";
import { newChatId, standInForTelegram } from "#tests/integration/telegram/chat.ts";
import { createLead, createTeam, type Team, tell } from "#tests/integration/telegram/team.ts";
import { asOwner } from "#tests/support/database.ts";

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

const textsTo = (chatId: number) => telegram.messagesTo(chatId).map(({ text }) => text);

describe("the group", () => {
  const groupId = -newChatId();

  beforeEach(async () => {
    await asOwner(
      "insert into telegram_groups (workspace_id, chat_id, title, linked_by_id) values ($1, $2, 'All', $3)",
      [team.workspace.id, groupId, team.admin.userId],
    );
  });

  test("hears of every seller's new lead, once, and that is on no timeline", async () => {
    const leadId = await createLead(team);
    const [job] = await asOwner("select queue_name as queue from graphile_worker.jobs where key = $1", [
      `notify-group:${leadId}`,
    ]);
    expect(job).toEqual({ queue: `telegram:${groupId}` });
    await tell(leadId, "notify-group");
    await tell(leadId, "notify-group");
    expect(textsTo(groupId).filter((text) => text.includes(leadId))).toHaveLength(1);
    expect(
      await asOwner("select 1 from crm_lead_events where lead_id = $1 and type = 'alert_sent'", [leadId]),
    ).toEqual([]);
  });

  test("is followed to its new id", async () => {
    const moved = -newChatId();
    telegram.answer(groupId, () => ({ kind: "moved", chatId: moved }));
    const leadId = await createLead(team);
    expect(await tell(leadId, "notify-group")).toMatchObject({ chatId: moved });
    await tell(leadId, "notify-group");
    expect(textsTo(moved)).toHaveLength(1);
    telegram.answer(groupId, () => ({ kind: "ok" }));
  });

  test("that removed the bot hears nothing more", async () => {
    telegram.answer(groupId, () => ({
      kind: "refused",
      description: "Forbidden: bot was kicked from the supergroup chat",
    }));
    await tell(await createLead(team), "notify-group");
    telegram.answer(groupId, () => ({ kind: "ok" }));
    const [group] = await asOwner(
      "select stop_reason as reason from telegram_groups where workspace_id = $1",
      [team.workspace.id],
    );
    expect(group).toEqual({ reason: "kicked" });
    const leadId = await createLead(team);
    expect(
      await asOwner("select 1 from graphile_worker.jobs where key = $1", [`notify-group:${leadId}`]),
    ).toEqual([]);
  });

  describe("that stopped", () => {
    const standing = async () => {
      const [group] = await asOwner<{ chat: string; reason: string | null; isStopped: boolean }>(
        `select chat_id::text as chat, stop_reason as reason, stopped_at is not null as "isStopped"
         from telegram_groups where workspace_id = $1`,
        [team.workspace.id],
      );
      return group;
    };

    beforeEach(async () => {
      await asOwner(
        "update telegram_groups set stopped_at = now(), stop_reason = 'kicked' where workspace_id = $1",
        [team.workspace.id],
      );
    });

    test("hears again once a test message of an admin arrives", async () => {
      await sendGroupTest(team.admin);
      expect(textsTo(groupId).at(-1)).toContain("are announced in this group");
      expect(await standing()).toEqual({ chat: String(groupId), reason: null, isStopped: false });
      const leadId = await createLead(team);
      await tell(leadId, "notify-group");
      expect(textsTo(groupId).filter((text) => text.includes(leadId))).toHaveLength(1);
    });

    test("is followed by it to its new id", async () => {
      const moved = -newChatId();
      telegram.answer(groupId, () => ({ kind: "moved", chatId: moved }));
      await sendGroupTest(team.admin);
      telegram.answer(groupId, () => ({ kind: "ok" }));
      expect(await standing()).toEqual({ chat: String(moved), reason: null, isStopped: false });
    });

    test("stays so where it does not arrive, which is said", async () => {
      telegram.answer(groupId, () => ({
        kind: "refused",
        description: "Forbidden: bot was kicked from the supergroup chat",
      }));
      await expect(sendGroupTest(team.admin)).rejects.toMatchObject({ key: "telegramGroupUnreachable" });
      telegram.answer(groupId, () => ({ kind: "ok" }));
      expect(await standing()).toMatchObject({ isStopped: true });
    });

    test("is nobody's to start again but an admin's", async () => {
      const sent = textsTo(groupId).length;
      await expect(sendGroupTest(team.seller)).rejects.toMatchObject({ key: "telegramNoGroup" });
      expect(textsTo(groupId)).toHaveLength(sent);
    });
  });

  test("429: waits for as long as Telegram says", async () => {
    telegram.answer(groupId, () => ({ kind: "wait", seconds: 30 }));
    const leadId = await createLead(team);
    const result = await tell(leadId, "notify-group");
    expect(result?.retryAt.getTime()).toBeGreaterThan(Date.now() + 25_000);
    telegram.answer(groupId, () => ({ kind: "ok" }));
    const sent = textsTo(groupId).length;
    expect(await tell(leadId, "notify-group")).toMatchObject({ retryAt: result?.retryAt });
    expect(textsTo(groupId)).toHaveLength(sent);
  });
});
