import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { writtenLocale } from "#lib/base/i18n/locales.ts";
import { linkTo } from "#lib/telegram/commands.ts";
import { type TakenLink, takeLink } from "#lib/telegram/links.ts";
import { escapeHtml, shorten, translator } from "#lib/telegram/message-text.ts";
import type { Heard } from "#lib/telegram/updates/heard.ts";
import { languageOf } from "#lib/telegram/updates/people.ts";
import { reply } from "#lib/telegram/updates/reply.ts";

/** Somebody opened a link to the bot: connects the chat, if the link is good and the chat is what it is for. */
export async function openByLink({ message, people, isPrivate }: Heard, token: string): Promise<void> {
  const { id: chatId, title } = message.chat;
  const taken = await takeLink(token);
  const owner = taken && (await loadOwner(taken));
  const t = await translator(owner?.locale ?? languageOf(people, message.from));
  const tell = (text: string) => reply(chatId, escapeHtml(text));
  if (!taken?.isOpen || !owner) return tell(t("bot.linkOver"));
  if (taken.kind === "person") {
    // Whoever reads in a group would read of another's leads; the link is over, since all of them have seen it.
    if (!isPrivate) return tell(t("bot.privateOnly"));
    await linkTo(taken.userId, chatId);
    return tell(t("bot.linked", { name: owner.name }));
  }
  if (isPrivate) return tell(t("bot.groupOnly"));
  await linkGroup(taken, chatId, title);
  return tell(t("bot.groupLinked", { workspace: shorten(owner.workspaceName) }));
}

async function loadOwner({ workspaceId, userId }: TakenLink) {
  const member = await forSystem((tx) =>
    tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      select: {
        workspace: { select: { name: true } },
        user: { select: { name: true, locale: true, browserLocale: true } },
      },
    }),
  );
  return (
    member && {
      name: member.user.name,
      locale: writtenLocale(member.user),
      workspaceName: member.workspace.name,
    }
  );
}

async function linkGroup({ workspaceId, userId }: TakenLink, chatId: number, title: string): Promise<void> {
  const chat = {
    chatId: BigInt(chatId),
    title: shorten(title, 255),
    linkedById: userId,
    stoppedAt: null,
    stopReason: null,
    pausedUntil: null,
  };
  await forSystem((tx) =>
    tx.telegramGroup.upsert({ where: { workspaceId }, create: { workspaceId, ...chat }, update: chat }),
  );
}
