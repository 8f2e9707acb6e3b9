import { beforeEach, describe, expect, test } from "vitest";
import { createLink } from "#lib/telegram/links.ts";
import { escapeHtml, translator } from "#lib/telegram/message-text.ts";
import { handleUpdate } from "#lib/telegram/updates/handle.ts";
import { newChatId, said, standInForTelegram } from "#tests/integration/telegram/chat.ts";
import { createTeam, linkPrivately, type Team } from "#tests/integration/telegram/team.ts";
import { asOwner } from "#tests/support/database.ts";
import { deactivate } from "#tests/support/people.ts";

const telegram = standInForTelegram();
let team: Team;

beforeEach(async () => {
  team = await createTeam();
});

/** What a link hands to the bot, and whether it does in a group. */
function tokenOf(url: string): string {
  return new URL(url).searchParams.get("start") ?? new URL(url).searchParams.get("startgroup") ?? "";
}

async function chatOf({ userId }: { userId: string }): Promise<number | null> {
  const [row] = await asOwner<{ chat: string | null }>(
    "select telegram_chat_id as chat from user_settings where user_id = $1",
    [userId],
  );
  return row?.chat ? Number(row.chat) : null;
}

async function groupOfWorkspace() {
  const [row] = await asOwner<{ chat: string; title: string }>(
    "select chat_id as chat, title from telegram_groups where workspace_id = $1",
    [team.workspace.id],
  );
  return row && { chat: Number(row.chat), title: row.title };
}

describe("a person's own chat", () => {
  test("is linked by opening the link, once", async () => {
    const { url, picture, expiresAt } = await createLink(team.admin, "person");
    expect(url).toMatch(/^https:\/\/t\.me\/astra_stand_in_bot\?start=[\w-]{43}$/);
    expect(Buffer.from(picture.split(",")[1] ?? "", "base64").toString()).toMatch(/^<svg /);
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(14 * 60_000);
    const [kept] = await asOwner("select token_hash from telegram_links where user_id = $1", [
      team.admin.userId,
    ]);
    expect(kept?.token_hash).not.toContain(tokenOf(url));

    const chatId = newChatId();
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from: chatId }));
    expect(await chatOf(team.admin)).toBe(chatId);
    expect(telegram.lastTo(chatId).text).toContain("Hello Ada Admin, this chat is linked to Astra.");

    const other = newChatId();
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from: other }));
    expect(await chatOf(team.admin)).toBe(chatId);
    expect(telegram.lastTo(other).text).toContain("This link is over");
  });

  test("starts again after it had stopped", async () => {
    await asOwner(
      "update user_settings set telegram_stopped_at = now(), telegram_stop_reason = 'blocked' where user_id = $1",
      [team.seller.userId],
    );
    const { url } = await createLink(team.seller, "person");
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from: team.chatId }));
    expect(
      await asOwner("select telegram_stopped_at as at from user_settings where user_id = $1", [
        team.seller.userId,
      ]),
    ).toEqual([{ at: null }]);
  });

  test("is not linked after a quarter of an hour", async () => {
    const { url } = await createLink(team.admin, "person");
    await asOwner("update telegram_links set expires_at = now() where user_id = $1", [team.admin.userId]);
    const chatId = newChatId();
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from: chatId }));
    expect(await chatOf(team.admin)).toBeNull();
    expect(telegram.lastTo(chatId).text).toContain("This link is over");
  });

  test("is not linked by a link that was made before another one", async () => {
    const { url: first } = await createLink(team.admin, "person");
    const { url: second } = await createLink(team.admin, "person");
    const chatId = newChatId();
    await handleUpdate(said({ text: `/start ${tokenOf(first)}`, from: chatId }));
    expect(await chatOf(team.admin)).toBeNull();
    await handleUpdate(said({ text: `/start ${tokenOf(second)}`, from: chatId }));
    expect(await chatOf(team.admin)).toBe(chatId);
  });

  test("is none that others read in: the link is over then", async () => {
    const { url } = await createLink(team.admin, "person");
    const group = { id: -newChatId(), title: "All of us" };
    const from = newChatId();
    await handleUpdate(said({ text: `/start@astra_stand_in_bot ${tokenOf(url)}`, from, chat: group }));
    expect(telegram.lastTo(group.id).text).toContain("This link is for a private chat");
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from }));
    expect(await chatOf(team.admin)).toBeNull();
  });

  test("is not linked for a member who was deactivated meanwhile", async () => {
    const { url } = await createLink(team.seller, "person");
    await deactivate(team.workspace, team.seller.person);
    const chatId = newChatId();
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from: chatId }));
    expect(await chatOf(team.seller)).toBe(team.chatId);
    expect(telegram.lastTo(chatId).text).toContain("This link is over");
  });

  test("is unlinked by /stop", async () => {
    await handleUpdate(said({ text: "/stop", from: team.chatId }));
    expect(await chatOf(team.seller)).toBeNull();
    expect(telegram.lastTo(team.chatId).text).toContain("no longer linked");
  });
});

describe("the group of a workspace", () => {
  const group = { id: -newChatId(), title: "Shop <Team>" };

  test("is linked by an admin, and unlinked by /stop of an admin only", async () => {
    const { url } = await createLink(team.admin, "group");
    expect(url).toMatch(/\?startgroup=[\w-]{43}$/);
    const adminChat = newChatId();
    await linkPrivately(team.admin, adminChat);
    await handleUpdate(
      said({ text: `/start@astra_stand_in_bot ${tokenOf(url)}`, from: adminChat, chat: group }),
    );
    expect(await groupOfWorkspace()).toEqual({ chat: group.id, title: "Shop <Team>" });

    await handleUpdate(said({ text: "/stop", from: team.chatId, chat: group }));
    expect(telegram.lastTo(group.id).text).toContain("Only an admin");
    expect(await groupOfWorkspace()).toBeDefined();
    await handleUpdate(said({ text: "/stop", from: adminChat, chat: group }));
    expect(await groupOfWorkspace()).toBeUndefined();
  });

  test("is nothing that a seller links", async () => {
    await expect(createLink(team.seller, "group")).rejects.toMatchObject({ key: "forbidden" });
  });

  test("is not linked by somebody who is no admin any more", async () => {
    const { url } = await createLink(team.admin, "group");
    await asOwner("update memberships set role = 'admin' where user_id = $1", [team.seller.userId]);
    await asOwner("update memberships set role = 'seller' where user_id = $1", [team.admin.userId]);
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from: newChatId(), chat: group }));
    expect(await groupOfWorkspace()).toBeUndefined();
  });

  test("is no private chat", async () => {
    const { url } = await createLink(team.admin, "group");
    const from = newChatId();
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from }));
    expect(telegram.lastTo(from).text).toContain("This link is for a group");
    expect(await groupOfWorkspace()).toBeUndefined();
  });

  test("is followed when it becomes a supergroup", async () => {
    const { url } = await createLink(team.admin, "group");
    const small = { id: -newChatId(), title: "Small" };
    await handleUpdate(said({ text: `/start ${tokenOf(url)}`, from: newChatId(), chat: small }));
    const update = said({ text: "", from: newChatId(), chat: small });
    await handleUpdate({ ...update, message: { ...update.message, migrate_to_chat_id: -1_009_876_543_210 } });
    expect(await groupOfWorkspace()).toMatchObject({ chat: -1_009_876_543_210 });
  });
});

describe("commands", () => {
  test("are answered in the person's language, figures in private only", async () => {
    await asOwner("update users set locale = 'de' where id = $1", [team.seller.userId]);
    await asOwner("update users set name = '<Sam>' where id = $1", [team.seller.userId]);
    await handleUpdate(said({ text: "/status", from: team.chatId }));
    const t = await translator("de");
    const { name: workspace } = team.workspace;
    const status = t("bot.status", { name: "<Sam>", workspace, standing: t("bot.standing.running") });
    expect(telegram.lastTo(team.chatId).text).toBe(escapeHtml(status));
    const group = { id: -newChatId(), title: "All of us" };
    await handleUpdate(said({ text: "/today", from: team.chatId, chat: group }));
    expect(telegram.lastTo(group.id).text).not.toContain(team.workspace.name);
  });

  test("of somebody unknown, or to another bot, tell nothing", async () => {
    const from = newChatId();
    await handleUpdate(said({ text: "/today", from }));
    expect(telegram.lastTo(from).text).toContain("not linked to Astra");
    await handleUpdate(said({ text: "Hello", from }));
    expect(telegram.lastTo(from).text).toContain("/help");
    const group = { id: -newChatId(), title: "All of us" };
    await handleUpdate(said({ text: "/today@another_bot", from, chat: group }));
    await handleUpdate(said({ text: "Good morning", from, chat: group }));
    expect(telegram.messagesTo(group.id)).toEqual([]);
  });

  test("nothing is told to a member who was deactivated", async () => {
    await deactivate(team.workspace, team.seller.person);
    await handleUpdate(said({ text: "/today", from: team.chatId }));
    expect(telegram.lastTo(team.chatId).text).toContain("in no workspace any more");
  });
});
