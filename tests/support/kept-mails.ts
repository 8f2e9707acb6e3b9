import type { KeptMail } from "#lib/mail/transports/folder.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";

/** Sends what waits, as a worker would, and answers the mails that an address got, the newest first. */
export async function mailsTo(address: string): Promise<KeptMail[]> {
  const { sendMail } = await import("#lib/mail/send.ts");
  const { listKeptMails } = await import("#lib/mail/transports/folder.ts");
  const waiting = await asOwner<{ id: string }>(
    "select id from mails where state = 'waiting' and next_attempt_at <= now()",
  );
  for (const { id } of waiting) await sendMail(id);
  return (await listKeptMails(ownAstra().env.MAILS_DIR ?? "")).filter(({ to }) => to === address);
}

/** The address that the button of a mail opens. */
export function linkIn({ text }: Pick<KeptMail, "text">): string {
  const link = /\n(http\S+)/.exec(text)?.[1];
  if (!link) throw new Error("This mail has no link.");
  return link;
}
