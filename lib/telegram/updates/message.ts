import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { botName } from "#lib/telegram/bot.ts";
import { figuresMessage } from "#lib/telegram/figures-message.ts";
import { escapeHtml, translator } from "#lib/telegram/message-text.ts";
import type { Heard } from "#lib/telegram/updates/heard.ts";
import { openByLink } from "#lib/telegram/updates/open-link.ts";
import { languageOf, linkedPeople, sessionsOf } from "#lib/telegram/updates/people.ts";
import { reply } from "#lib/telegram/updates/reply.ts";
import type { TelegramMessage } from "#lib/telegram/updates/schema.ts";
import { statusMessage } from "#lib/telegram/updates/status.ts";
import { stopGroup, stopPerson } from "#lib/telegram/updates/stop.ts";

/** What the bot is asked to do, in the order in which Telegram offers it. */
export const botCommands = ["today", "status", "stop", "help", "start"] as const;
export type BotCommand = (typeof botCommands)[number];

/** Hears a message that was written to the bot, or in a group that it is in. */
export async function hearMessage(message: TelegramMessage): Promise<void> {
  if (message.migrate_to_chat_id) return followGroup(message.chat.id, message.migrate_to_chat_id);
  if (message.chat.type === "channel" || !message.from) return;
  const asked = await readCommand(message.text ?? "");
  const isPrivate = message.chat.type === "private";
  // In a group people speak with each other.
  if (!asked && !isPrivate) return;
  const heard = { message, isPrivate, people: await linkedPeople(message.from.id) };
  return asked?.command === "start" && asked.argument
    ? openByLink(heard, asked.argument)
    : answer(heard, asked?.command ?? "help");
}

/** The command of a text such as "/start@astra_bot token"; null for anything else, also what is said to another bot. */
async function readCommand(text: string): Promise<{ command: BotCommand; argument: string } | null> {
  const [, name = "", bot, argument = ""] =
    /^\/([a-z]+)(?:@(\w+))?(?:\s+([\w-]{1,64}))?\s*$/i.exec(text) ?? [];
  const command = botCommands.find((one) => one === name.toLowerCase());
  if (!command || (bot && bot.toLowerCase() !== (await botName()).toLowerCase())) return null;
  return { command, argument };
}

async function answer(heard: Heard, command: BotCommand): Promise<void> {
  switch (command) {
    case "today":
      return tellToday(heard);
    case "status":
      return reply(heard.message.chat.id, await statusMessage(heard));
    case "stop":
      return heard.isPrivate ? stopPerson(heard) : stopGroup(heard);
    case "start":
    case "help":
      return help(heard);
  }
}

/** Figures are for the person alone: others in a group may see less. */
async function tellToday(heard: Heard): Promise<void> {
  const { message, people, isPrivate } = heard;
  const t = await translator(languageOf(people, message.from));
  if (people.length === 0) return reply(message.chat.id, escapeHtml(t("bot.notLinked")));
  if (!isPrivate) return reply(message.chat.id, escapeHtml(t("bot.todayInPrivate")));
  const sessions = await sessionsOf(people);
  if (sessions.length === 0) return reply(message.chat.id, escapeHtml(t("bot.noMember")));
  const parts = [];
  for (const session of sessions) parts.push(await figuresMessage(session, "today"));
  return reply(message.chat.id, parts.join("\n\n"));
}

async function help({ message, people }: Heard): Promise<void> {
  const t = await translator(languageOf(people, message.from));
  const commands = botCommands
    .filter((command) => command !== "start")
    .map((command) => `/${command} – ${escapeHtml(t(`commands.${command}`))}`);
  const greeting = people.length > 0 ? t("bot.help") : t("bot.notLinked");
  return reply(message.chat.id, [escapeHtml(greeting), "", ...commands].join("\n"));
}

/** The group became a supergroup, which has another id. */
async function followGroup(chatId: number, newChatId: number): Promise<void> {
  await forSystem(async (tx) => {
    await tx.telegramGroup.updateMany({
      where: { chatId: BigInt(chatId) },
      data: { chatId: BigInt(newChatId) },
    });
    await tx.userSettings.updateMany({
      where: { telegramChatId: BigInt(chatId) },
      data: { telegramChatId: BigInt(newChatId) },
    });
  });
}
