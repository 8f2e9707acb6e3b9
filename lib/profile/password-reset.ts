import "server-only";
import { after } from "next/server";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { answerAfter } from "#lib/base/auth/even-time.ts";
import { giveBack, keyOf, perAddress, perInbox, perReset, spend } from "#lib/base/auth/limits.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { consume } from "#lib/base/http/rate-limit.ts";
import { writtenLocale } from "#lib/base/i18n/locales.ts";
import { log } from "#lib/base/log.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { areMailsOn } from "#lib/mail/transport.ts";

/** When a request for a link is answered: making one takes a while, and only an account gets one. Milliseconds. */
const mailTime = 1_000;

/** What the auth server said: that it is away, or anything else, which nobody is told. */
type Answer = "taken" | "away";

/**
 * Mails a link to set a new password. Neither the answer nor its time says whether the account exists. The link is the auth server's, which
 * lets it work once and for its time; the mail is Astra's own where mails are set up, else the auth server's.
 *
 * @param address the network address that asks
 * @throws UserError when the attempts are used up or the auth server is away
 */
export async function requestPasswordReset(email: string, address: string): Promise<void> {
  await spend(perAddress, address);
  await spend(perReset, email, address);
  const mailing = mailLink(email);
  after(() => mailing);
  if ((await answerAfter(mailTime, mailing, "taken")) === "taken") return;
  await giveBack(perReset, email, address);
  throw new UserError("authServerAway");
}

async function mailLink(email: string): Promise<Answer> {
  if ((await consume(perInbox, keyOf([email]))) > 0) return "taken";
  return areMailsOn() ? mailOwnLink(email) : haveLinkMailed(email);
}

async function mailOwnLink(email: string): Promise<Answer> {
  const { data, error } = await supabaseAdmin().auth.admin.generateLink({ type: "recovery", email });
  if (error?.code === "user_not_found") return "taken";
  if (error) return noteRefusal(error);
  const query = new URLSearchParams({ token_hash: data.properties.hashed_token, type: "recovery" });
  const link = `${env().APP_URL}/auth/confirm?${query}`;
  const userId = data.user.id;
  await forSystem(async (tx) => {
    const person = await tx.user.findUnique({
      where: { id: userId },
      select: { name: true, locale: true, browserLocale: true },
    });
    if (!person) return;
    await queueMail(tx, {
      to: email,
      locale: writtenLocale(person),
      template: "password",
      data: { name: person.name, email, link },
      userId,
    });
  });
  return "taken";
}

async function haveLinkMailed(email: string): Promise<Answer> {
  const supabase = await supabaseForRequest();
  const { error } = await supabase.auth.resetPasswordForEmail(email, {
    redirectTo: `${env().APP_URL}/auth/confirm`,
  });
  return error ? noteRefusal(error) : "taken";
}

/** What the auth server's refusals have. */
interface Refusal {
  code?: string | undefined;
  status?: number | undefined;
}

function noteRefusal(error: Refusal): Answer {
  log.warn({ code: error.code, status: error.status }, "the auth server refused a password link");
  return isAuthServerAway(error) ? "away" : "taken";
}
