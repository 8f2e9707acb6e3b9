import "server-only";
import type { z } from "zod";
import { env } from "#lib/base/env.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";
import { htmlOf } from "#lib/mail/html.ts";
import type { Mailbox, OutgoingMail } from "#lib/mail/model.ts";
import { oneLine } from "#lib/mail/names.ts";
import { type MailTemplate, mailWords } from "#lib/mail/template.ts";
import { type MailName, mailTemplates } from "#lib/mail/templates.ts";
import { textOf } from "#lib/mail/text.ts";

/** A mail that waits, as it was put up. */
interface WaitingMail {
  id: string;
  to: string;
  locale: Locale;
  template: MailName;
  data: unknown;
}

/** Writes a mail: subject, HTML and plain text in the person's language, and the headers that say what kind of mail it is. */
export async function composeMail({ id, to, locale, template, data }: WaitingMail): Promise<OutgoingMail> {
  const { schema, write }: MailTemplate<z.ZodType> = mailTemplates[template];
  const words = await mailWords(locale);
  const content = write(schema.parse(data), words);
  return {
    id,
    from: sender(),
    to,
    subject: oneLine(content.subject),
    html: htmlOf(content, locale),
    text: textOf(content, words),
    headers: {
      // Nobody is out of office for a machine. Sources: RFC 3834, and Microsoft's MS-OXCMAIL.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...(content.unsubscribe && {
        "List-Unsubscribe": `<${content.unsubscribe.href}>`,
        // One press in the person's own program. Source: RFC 8058.
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** Where nobody said who mails come from, none leaves this machine. */
function sender(): Mailbox {
  return env().MAIL_FROM ?? { name: "Astra", address: "astra@localhost.invalid" };
}
