import "server-only";
import { memberSession } from "#lib/base/auth/member-session.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { type Locale, resolveLocale, writtenLocale } from "#lib/base/i18n/locales.ts";
import type { CallbackQuery } from "#lib/telegram/updates/schema.ts";

// Who somebody in Telegram is. A private chat has the id of the person in it, and is linked only by who reads there: so whoever has the
// chat of that id is that person, also when a button is pressed in a group.

/** Somebody of Astra whose own chat is linked. */
export interface LinkedPerson {
  userId: string;
  /** A chat that was linked by its owner proves as much as a code. */
  aal: "aal2";
  name: string;
  locale: Locale;
  stoppedAt: Date | null;
  /** Active memberships, in the order of joining. */
  workspaceIds: string[];
}

/** The people of Astra who have linked the private chat of this id; one may have several accounts. */
export async function linkedPeople(telegramId: number): Promise<LinkedPerson[]> {
  const rows = await forSystem((tx) =>
    tx.userSettings.findMany({
      where: { telegramChatId: BigInt(telegramId) },
      select: {
        userId: true,
        telegramStoppedAt: true,
        user: {
          select: {
            name: true,
            locale: true,
            browserLocale: true,
            memberships: {
              where: { isActive: true },
              orderBy: { createdAt: "asc" },
              select: { workspaceId: true },
            },
          },
        },
      },
      orderBy: { createdAt: "asc" },
    }),
  );
  return rows.map(({ userId, telegramStoppedAt, user }) => ({
    userId,
    aal: "aal2",
    name: user.name,
    locale: writtenLocale(user),
    stoppedAt: telegramStoppedAt,
    workspaceIds: user.memberships.map(({ workspaceId }) => workspaceId),
  }));
}

/** The language to answer somebody in: the own choice in Astra, else that of Telegram. */
export function languageOf(people: LinkedPerson[], from: CallbackQuery["from"] | undefined): Locale {
  return people[0]?.locale ?? resolveLocale(from?.language_code);
}

/** The sessions of somebody in all workspaces, for what is asked in a private chat. */
export async function sessionsOf(people: LinkedPerson[]): Promise<Session[]> {
  const sessions = await Promise.all(
    people.flatMap(({ userId, workspaceIds }) =>
      workspaceIds.map((workspaceId) => memberSession(userId, workspaceId)),
    ),
  );
  return sessions.filter((session) => session !== null);
}

/**
 * The session of somebody in one workspace; null when nobody of these is an active member of it. Of several accounts that of `preferred`, whom
 * the message was meant for.
 */
export async function sessionIn(
  people: LinkedPerson[],
  workspaceId: string,
  preferred: string | null,
): Promise<Session | null> {
  const members = people.filter(({ workspaceIds }) => workspaceIds.includes(workspaceId));
  const member = members.find(({ userId }) => userId === preferred) ?? members[0];
  return member ? memberSession(member.userId, workspaceId) : null;
}
