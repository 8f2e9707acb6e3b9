import "server-only";
import { env } from "#lib/base/env.ts";
import type { OutgoingMail } from "#lib/mail/model.ts";
import { toFolder } from "#lib/mail/transports/folder.ts";

/** How mails leave. */
export interface MailTransport {
  /** @throws MailFailure when the mail was not taken, which says whether it is worth another attempt */
  send(mail: OutgoingMail): Promise<void>;
}

/** How this Astra sends mails, as the environment says; null when mails are not set up. */
export function mailTransport(): MailTransport | null {
  const { MAILS_DIR } = env();
  return MAILS_DIR ? toFolder(MAILS_DIR) : null;
}

/** Whether mails can be sent at all. */
export function areMailsOn(): boolean {
  return mailTransport() !== null;
}
