import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { escapeHtml, translator } from "#lib/telegram/message-text.ts";
import type { Heard } from "#lib/telegram/updates/heard.ts";
import { languageOf, sessionIn } from "#lib/telegram/updates/people.ts";
import { reply } from "#lib/telegram/updates/reply.ts";

/** Unlinks the chat of whoever asks. */
export async function stopPerson({ message, people }: Heard): Promise<void> {
  const t = await translator(languageOf(people, message.from));
  for (const person of people) {
    await forUser(person, (tx) =>
      tx.userSettings.updateMany({ where: { userId: person.userId }, data: { telegramChatId: null } }),
    );
  }
  await reply(message.chat.id, escapeHtml(t(people.length > 0 ? "bot.stopped" : "bot.notLinked")));
}

/** Unlinks a group, for an admin of the workspace that hears there. */
export async function stopGroup({ message, people }: Heard): Promise<void> {
  const t = await translator(languageOf(people, message.from));
  const groups = await forSystem((tx) =>
    tx.telegramGroup.findMany({
      where: { chatId: BigInt(message.chat.id) },
      select: { workspaceId: true },
    }),
  );
  let stopped = 0;
  for (const { workspaceId } of groups) {
    const session = await sessionIn(people, workspaceId, null);
    if (!session || !can(session.role, "workspace.write")) continue;
    const { count } = await forUser(session, (tx) => tx.telegramGroup.deleteMany({ where: { workspaceId } }));
    stopped += count;
  }
  await reply(message.chat.id, escapeHtml(t(stopped > 0 ? "bot.groupStopped" : "bot.adminsOnly")));
}
