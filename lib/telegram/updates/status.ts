import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { escapeHtml, momentText, shorten, translator } from "#lib/telegram/message-text.ts";
import { loadPreferences } from "#lib/telegram/preferences.ts";
import { quietEnd } from "#lib/telegram/quiet.ts";
import type { Heard } from "#lib/telegram/updates/heard.ts";
import { languageOf, sessionsOf } from "#lib/telegram/updates/people.ts";

/** Who the chat is linked to, and how alerts stand; of a group, only what all in it may know. */
export async function statusMessage({ message, people, isPrivate }: Heard): Promise<string> {
  const t = await translator(languageOf(people, message.from));
  if (!isPrivate) return escapeHtml(await groupStatus(message.chat.id, t));
  if (people.length === 0) return escapeHtml(t("bot.notLinked"));
  const sessions = await sessionsOf(people);
  if (sessions.length === 0) return escapeHtml(t("bot.noMember"));
  const lines = await Promise.all(
    sessions.map(async (session) => {
      const { userId, workspace } = session;
      const preferences = await forSystem((tx) => loadPreferences(tx, { workspaceId: workspace.id, userId }));
      const now = new Date();
      const end = quietEnd(preferences, session.timezone, now);
      const isStopped = people.some((person) => person.userId === userId && person.stoppedAt !== null);
      const standing = isStopped
        ? t("bot.standing.stopped")
        : end
          ? t("bot.standing.quiet", { time: momentText(end, session, now) })
          : t("bot.standing.running");
      return t("bot.status", { name: session.name, workspace: shorten(workspace.name), standing });
    }),
  );
  return lines.map(escapeHtml).join("\n");
}

async function groupStatus(chatId: number, t: Awaited<ReturnType<typeof translator>>): Promise<string> {
  const groups = await forSystem((tx) =>
    tx.telegramGroup.findMany({
      where: { chatId: BigInt(chatId) },
      select: { workspace: { select: { name: true } } },
    }),
  );
  if (groups.length === 0) return t("bot.groupNotLinked");
  return groups
    .map(({ workspace }) => t("bot.groupLinked", { workspace: shorten(workspace.name) }))
    .join("\n");
}
