import { appendFile } from "node:fs/promises";
import type { EmailDriver, EmailMessage } from "@supabase/lite";

/** Mails of the embedded stack go to the console and to a file, one JSON object per line. */
export function createMailCatcher(path: string, log: (line: string) => void): EmailDriver {
  return {
    async send(message: EmailMessage) {
      const link = findLink(message.html ?? "");
      const mail = { to: message.to, subject: message.subject, link, sentAt: new Date().toISOString() };
      await appendFile(path, `${JSON.stringify(mail)}\n`, { mode: 0o600 });
      log(`Mail to ${message.to}: ${message.subject}${link ? `\n  ${link}` : ""}`);
    },
  };
}

function findLink(html: string): string | undefined {
  return /href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
}
