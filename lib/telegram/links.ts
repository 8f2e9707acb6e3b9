import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { renderSVG } from "uqr";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { consume, type Limit } from "#lib/base/http/rate-limit.ts";
import { log } from "#lib/base/log.ts";
import { botName, isTelegramOn } from "#lib/telegram/bot.ts";
import { loggedFailure } from "#lib/telegram/failure.ts";
import { type LinkKind, linkMinutes } from "#lib/telegram/model.ts";

/** How often a person asks for a link. */
const linksAsked: Limit = { name: "telegram-link", points: 20, seconds: 600 };

/** A link to hand to Telegram. It is told once: only its hash is kept. */
export interface ChatLink {
  url: string;
  /** The same to be read by a phone: a picture as a data URL. */
  picture: string;
  expiresAt: Date;
}

/**
 * Makes a link that connects a chat once, within a quarter of an hour; the one before no longer does.
 *
 * @throws UserError when there is no bot, Telegram doesn't answer, or the person may not
 */
export async function createLink(session: Session, kind: LinkKind): Promise<ChatLink> {
  if (!isTelegramOn()) throw new UserError("telegramOff");
  if (kind === "group" && !can(session.role, "workspace.write")) throw new UserError("forbidden");
  if ((await consume(linksAsked, session.userId)) > 0) throw new UserError("telegramTooMany");
  const name = await botName().catch((error: unknown) => {
    log.warn(loggedFailure(error), "Telegram did not say what the bot is called");
    throw new UserError("telegramFailed");
  });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + linkMinutes * 60_000);
  const key = { workspaceId: session.workspace.id, userId: session.userId, kind };
  const data = { tokenHash: hashOf(token), expiresAt };
  await forSystem((tx) =>
    tx.telegramLink.upsert({
      where: { workspaceId_userId_kind: key },
      create: { ...key, ...data },
      update: data,
    }),
  );
  // A group is chosen in Telegram, which adds the bot to it and has the bot hear the token there.
  const url = `https://t.me/${name}?${kind === "group" ? "startgroup" : "start"}=${token}`;
  return { url, picture: pictureOf(url), expiresAt };
}

function pictureOf(text: string): string {
  const svg = renderSVG(text, { border: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

/** Whose link it was that somebody has opened. */
export interface TakenLink {
  kind: LinkKind;
  workspaceId: string;
  userId: string;
  /** Whether it connects: in time, and by a person who still may. */
  isOpen: boolean;
}

/** Takes a link up, which is over then whatever comes of it; null when there is no such link. */
export async function takeLink(token: string): Promise<TakenLink | null> {
  const [taken] = await forSystem(
    (tx) => tx.$queryRaw<TakenLink[]>`
      with taken as (delete from telegram_links where token_hash = ${hashOf(token)} returning *)
      select taken.kind, taken.workspace_id as "workspaceId", taken.user_id as "userId",
        taken.expires_at > now() and member.is_active and (taken.kind = 'person' or member.role = 'admin') as "isOpen"
      from taken join memberships member on member.workspace_id = taken.workspace_id and member.user_id = taken.user_id`,
  );
  return taken ?? null;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
