import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { keyOf, perAddress, perInbox, spend } from "#lib/base/auth/limits.ts";
import { proveAgain } from "#lib/base/auth/second-factor/proof.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser, type Transaction } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { consume, type Limit } from "#lib/base/http/rate-limit.ts";
import { queueMail } from "#lib/mail/queue.ts";
import type { EmailChange } from "#lib/profile/schema.ts";

/** How often somebody may ask for it: each time two mails are sent. */
const perChange: Limit = { name: "email-change", points: 5, seconds: 60 * 60 };

/** A change that waits for one address or both. */
export interface WaitingChange {
  newEmail: string;
  oldConfirmed: boolean;
  newConfirmed: boolean;
}

/** What a link of a change tells whoever has it. */
export interface OpenChange {
  oldEmail: string;
  newEmail: string;
  /** Whether the address that the link was sent to has confirmed it already. */
  isConfirmed: boolean;
}

/**
 * Begins to change the address that somebody signs in with: both addresses are mailed a link, and both have to be followed within an hour. Whether the new one
 * has an account is not asked, and so not told.
 *
 * @throws UserError when the proof is wrong, it is the present address, the attempts are used up, or mails are not set up
 */
export async function beginEmailChange(session: Session, { email, proof }: EmailChange): Promise<void> {
  if (email === session.email) throw new UserError("sameEmail", { field: "email" });
  await spend(perChange, session.userId);
  await proveAgain(session, proof);
  const tokens = { old: newToken(), new: newToken() };
  const isInboxFull = (await consume(perInbox, keyOf([email]))) > 0;
  const isMailed = await forUser(session, async (tx) => {
    await tx.$executeRaw`
      select astra.begin_email_change(${email}, ${hashOf(tokens.old)}, ${hashOf(tokens.new)})`;
    const isOldMailed = await mailLink(tx, session, { email, side: "old", token: tokens.old });
    if (!isInboxFull) await mailLink(tx, session, { email, side: "new", token: tokens.new });
    return isOldMailed;
  });
  if (!isMailed) throw new UserError("mailsOff");
}

function mailLink(
  tx: Transaction,
  { userId, name, email: oldEmail, locale }: Session,
  { email: newEmail, side, token }: { email: string; side: "old" | "new"; token: string },
): Promise<boolean> {
  return queueMail(tx, {
    to: side === "old" ? oldEmail : newEmail,
    locale,
    template: "emailChange",
    data: { name, oldEmail, newEmail, side, link: `${env().APP_URL}/email-change?token=${token}` },
    userId,
  });
}

/** What the person's own change waits for; null when none does. */
export async function loadEmailChange(session: Session): Promise<WaitingChange | null> {
  const [change] = await forUser(
    session,
    (tx) => tx.$queryRaw<WaitingChange[]>`
      select new_email as "newEmail", old_confirmed as "oldConfirmed", new_confirmed as "newConfirmed"
      from astra.own_email_change()`,
  );
  return change ?? null;
}

/** Takes the person's own change back: its links open nothing any more. */
export async function cancelEmailChange(session: Session): Promise<void> {
  await forUser(session, (tx) => tx.$executeRaw`select astra.cancel_email_change()`);
}

/** The change that a link is of, without confirming it; null when it is too old, taken back, replaced or made up. */
export async function findEmailChange(token: string): Promise<OpenChange | null> {
  const hash = hashOf(token);
  const [change] = await forSystem(
    (tx) => tx.$queryRaw<OpenChange[]>`
      select old_email as "oldEmail", new_email as "newEmail",
        case when old_token_hash = ${hash} then old_confirmed_at else new_confirmed_at end is not null as "isConfirmed"
      from email_changes
      where (old_token_hash = ${hash} or new_token_hash = ${hash}) and created_at > now() - interval '1 hour'`,
  );
  return change ?? null;
}

/**
 * Confirms a change for the address that the link was sent to. With the second of both the account's address is the new one.
 *
 * @param address the network address that asks
 * @returns whether both have confirmed it, and the address is changed
 * @throws UserError when the link no longer opens, the attempts are used up, the new address has an account, or the auth server is away
 */
export async function confirmEmailChange(token: string, address: string): Promise<boolean> {
  await spend(perAddress, address);
  const hash = hashOf(token);
  const [change] = await forSystem(
    (tx) => tx.$queryRaw<{ userId: string; newEmail: string; isWhole: boolean }[]>`
      update email_changes set
        old_confirmed_at = case when old_token_hash = ${hash} then coalesce(old_confirmed_at, now()) else old_confirmed_at end,
        new_confirmed_at = case when new_token_hash = ${hash} then coalesce(new_confirmed_at, now()) else new_confirmed_at end
      where (old_token_hash = ${hash} or new_token_hash = ${hash}) and created_at > now() - interval '1 hour'
      returning user_id as "userId", new_email as "newEmail",
        old_confirmed_at is not null and new_confirmed_at is not null as "isWhole"`,
  );
  if (!change) throw new UserError("emailChangeGone");
  if (!change.isWhole) return false;
  await changeEmail(change.userId, change.newEmail);
  return true;
}

/** The row is gone only once the address is changed: where the auth server is away, the same link is followed again. */
async function changeEmail(userId: string, email: string): Promise<void> {
  const { error } = await supabaseAdmin().auth.admin.updateUserById(userId, { email, email_confirm: true });
  if (error && error.code !== "email_exists") {
    if (isAuthServerAway(error) || error.name === "AuthRetryableFetchError")
      throw new UserError("authServerAway");
    throw error;
  }
  await forSystem((tx) => tx.emailChange.deleteMany({ where: { userId, newEmail: email } }));
  if (error) throw new UserError("emailTaken");
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of what a link carries. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
