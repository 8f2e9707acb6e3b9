import "server-only";
import { env } from "#lib/base/env.ts";
import type { MailTransport } from "#lib/mail/model.ts";
import { toFolder } from "#lib/mail/transports/folder.ts";
import { toResend } from "#lib/mail/transports/resend.ts";
import { toSmtpServer } from "#lib/mail/transports/smtp.ts";

/** How this Astra sends mails, as the environment says: a mail server before a provider before a folder; null when mails are not set up. */
export function mailTransport(): MailTransport | null {
  const { SMTP_URL, RESEND_API_KEY, RESEND_API_ROOT, MAILS_DIR } = env();
  if (SMTP_URL) return toSmtpServer(SMTP_URL);
  if (RESEND_API_KEY) return toResend(RESEND_API_KEY, RESEND_API_ROOT);
  return MAILS_DIR ? toFolder(MAILS_DIR) : null;
}

/** Whether mails can be sent at all. */
export function areMailsOn(): boolean {
  return mailTransport() !== null;
}
