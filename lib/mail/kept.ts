import "server-only";
import { env } from "#lib/base/env.ts";
import { peerHeader } from "#lib/base/http/client-address.ts";
import { isLoopback } from "#lib/base/http/own-host.ts";
import { type KeptMail, listKeptMails } from "#lib/mail/transports/folder.ts";

/** Where mails go, for whoever asks: out, to this machine, to another that Astra runs on, or nowhere as they are not set up. */
export type MailsGo = "out" | "here" | "elsewhere" | "nowhere";

/** What becomes of a mail, as pages tell it: one that is kept `here` is read at `/dev/mails`. */
export function mailsGo(headers: Headers): MailsGo {
  const { SMTP_URL, RESEND_API_KEY, MAILS_DIR, APP_URL } = env();
  if (SMTP_URL || RESEND_API_KEY) return "out";
  if (!MAILS_DIR) return "nowhere";
  return isLoopback(new URL(APP_URL).hostname) && isAskedHere(headers) ? "here" : "elsewhere";
}

/**
 * The mails that were kept and not sent, the newest first; null where that is nobody's to see. They hold links that let in whoever has them,
 * so they are shown only where mails go to a folder, and Astra and whoever asks are on one machine.
 */
export async function loadKeptMails(headers: Headers): Promise<KeptMail[] | null> {
  const { MAILS_DIR } = env();
  return MAILS_DIR && mailsGo(headers) === "here" ? listKeptMails(MAILS_DIR) : null;
}

/** Whatever stands between, a tunnel say, tells for whom it asks. */
function isAskedHere(headers: Headers): boolean {
  const askedBy = [headers.get(peerHeader) ?? "", ...(headers.get("x-forwarded-for")?.split(",") ?? [])];
  return askedBy.every((address) =>
    /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address.trim()),
  );
}
