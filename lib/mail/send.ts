import "server-only";
import { z } from "zod";
import { forSystem } from "#lib/base/db/access.ts";
import { resolveLocale } from "#lib/base/i18n/locales.ts";
import { log } from "#lib/base/log.ts";
import { unseal } from "#lib/base/secrets/seal.ts";
import { composeMail } from "#lib/mail/compose.ts";
import { MailFailure } from "#lib/mail/failure.ts";
import type { MailError, MailState, OutgoingMail } from "#lib/mail/model.ts";
import { boundTo } from "#lib/mail/queue.ts";
import { type MailName, mailTemplates } from "#lib/mail/templates.ts";
import { mailTransport } from "#lib/mail/transport.ts";

/** After each attempt, how many minutes pass before the next; after the last one it is given up. */
const pauses = [1, 5, 15, 60, 120, 240, 480];

/** No attempt takes longer than that. Minutes. */
const attemptTime = 5;

/** When the job is to be run again; null when the mail is settled. */
type SendResult = { retryAt: Date } | null;

interface Claimed {
  template: string;
  locale: string;
  sealed: string;
  attempts: number;
  isExpired: boolean;
}

const sealedMail = z.object({ to: z.email(), data: z.unknown() });

/**
 * Sends a mail that waits. Of two workers one sends it, since an attempt begins by putting the next one off. Only when a worker dies between
 * the server's yes and its being written down, or the yes is lost on the way, does the mail leave again, with the same Message-ID.
 */
export async function sendMail(mailId: string): Promise<SendResult> {
  const mail = await claim(mailId);
  if (!mail) return nextAttempt(mailId);
  if (mail.isExpired) return settle(mailId, "expired", null);
  try {
    await handOver(await open(mailId, mail));
    return settle(mailId, "sent", null);
  } catch (error) {
    return noteFailure(mailId, mail.attempts, error);
  }
}

async function claim(mailId: string): Promise<Claimed | undefined> {
  const [mail] = await forSystem(
    (tx) => tx.$queryRaw<Claimed[]>`
      update mails set attempts = attempts + 1, next_attempt_at = now() + make_interval(mins => ${attemptTime})
      where id = ${mailId}::uuid and state = 'waiting' and next_attempt_at <= now()
      returning template, locale, sealed, attempts, expires_at <= now() as "isExpired"`,
  );
  return mail;
}

async function nextAttempt(mailId: string): Promise<SendResult> {
  const mail = await forSystem((tx) =>
    tx.mail.findUnique({ where: { id: mailId }, select: { nextAttemptAt: true } }),
  );
  return mail?.nextAttemptAt ? { retryAt: mail.nextAttemptAt } : null;
}

async function open(id: string, { template, locale, sealed }: Claimed): Promise<OutgoingMail> {
  const { to, data } = sealedMail.parse(JSON.parse(unseal(sealed, boundTo(id, template))));
  if (!isKnown(template)) throw new Error(`There is no mail called ${template}.`);
  return composeMail({ id, to, locale: resolveLocale(locale), template, data });
}

function isKnown(template: string): template is MailName {
  return Object.hasOwn(mailTemplates, template);
}

async function handOver(mail: OutgoingMail): Promise<void> {
  const transport = mailTransport();
  if (!transport) throw new MailFailure("notSetUp", { isFinal: false });
  await transport.send(mail);
}

async function noteFailure(mailId: string, attempts: number, error: unknown): Promise<SendResult> {
  const isFinal = error instanceof MailFailure && error.isFinal;
  const code = error instanceof MailFailure ? error.code : "unknown";
  const pause = pauses[attempts - 1];
  log[code === "unknown" ? "error" : "warn"]({ err: error, mailId, attempts }, "a mail was not sent");
  if (isFinal || pause === undefined) return settle(mailId, isFinal ? "refused" : "failed", code);
  const [mail] = await forSystem(
    (tx) => tx.$queryRaw<{ retryAt: Date }[]>`
      update mails set next_attempt_at = now() + make_interval(mins => ${pause}), error_code = ${code}
      where id = ${mailId}::uuid and state = 'waiting' returning next_attempt_at as "retryAt"`,
  );
  return mail ?? null;
}

/** To whom it was and what it said is gone with it. */
async function settle(
  mailId: string,
  state: Exclude<MailState, "waiting">,
  errorCode: MailError | null,
): Promise<null> {
  const data = { state, errorCode, sealed: null, nextAttemptAt: null, settledAt: new Date() };
  await forSystem((tx) => tx.mail.updateMany({ where: { id: mailId }, data }));
  return null;
}
