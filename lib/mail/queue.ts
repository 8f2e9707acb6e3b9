import "server-only";
import { randomUUID } from "node:crypto";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";
import { seal } from "#lib/base/secrets/seal.ts";
import { type MailData, type MailName, mailTemplates } from "#lib/mail/templates.ts";
import { areMailsOn } from "#lib/mail/transport.ts";

/** A mail to somebody. */
export interface NewMail<Name extends MailName> {
  /** One address. */
  to: string;
  /** The person's; `writtenLocale` says it for somebody who asks nothing just now. */
  locale: Locale;
  template: Name;
  data: MailData<Name>;
  /** Whose account it is about: the mail goes when the account does. */
  userId?: string;
  /** Which invitation it is of: the mail goes when the invitation does, or another is sent of it. */
  invitationId?: string;
  /** A name under which nothing is sent twice. Only the system gives one, which sends to many and can wait for those who are waited for. */
  once?: string;
}

/**
 * Puts a mail up to be sent, in the transaction that causes it: it is sent if and only if the transaction commits. Works for a person
 * (`forUser`) as for the system. To whom and what it says is sealed until the worker sends it, and gone afterwards.
 *
 * @returns whether it will be sent: not when mails are not set up, nor when one of that name was put up before
 */
export async function queueMail<Name extends MailName>(
  tx: Transaction,
  { to, locale, template, data, userId, invitationId, once }: NewMail<Name>,
): Promise<boolean> {
  if (!areMailsOn()) return false;
  const { schema, usefulFor } = mailTemplates[template];
  // What can't be written is noticed where it is put up.
  schema.parse(data);
  const id = randomUUID();
  const sealed = seal(JSON.stringify({ to, data }), boundTo(id, template));
  const [answer] = await tx.$queryRaw<{ isQueued: boolean }[]>`
    select astra.queue_mail(${id}::uuid, ${template}, ${locale}, ${sealed}, now() + make_interval(mins => ${usefulFor}),
      ${userId ?? null}::uuid, ${invitationId ?? null}::uuid, ${once ?? null}) as "isQueued"`;
  return answer?.isQueued ?? false;
}

/** What a mail's content is sealed for. */
export function boundTo(id: string, template: string): string {
  return `mail ${id} ${template}`;
}
