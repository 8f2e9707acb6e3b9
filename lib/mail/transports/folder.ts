import "server-only";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import type { MailTransport, OutgoingMail } from "#lib/mail/model.ts";

const mailbox = z.object({ name: plainText, address: plainText });

const keptMail = z.object({
  id: z.uuid(),
  from: mailbox,
  to: plainText,
  subject: plainText,
  html: plainText,
  text: plainText,
  headers: z.record(plainText, plainText),
  keptAt: z.coerce.date(),
});

/** A mail that was kept and not sent. */
export type KeptMail = z.output<typeof keptMail>;

/** More are of no use to anybody; the oldest go first. */
const mostKept = 200;

/** Keeps mails in a folder of this machine, readable by its own account alone, for whoever tries Astra without a mail server. */
export function toFolder(folder: string): MailTransport {
  return {
    async send(mail: OutgoingMail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const keptAt = new Date();
      const path = join(folder, nameOf(mail.id, keptAt));
      await writeFile(`${path}.part`, JSON.stringify({ ...mail, keptAt }), { mode: 0o600 });
      await rename(`${path}.part`, path);
      for (const name of (await namesIn(folder)).slice(mostKept))
        await rm(join(folder, name), { force: true });
    },
  };
}

/** The mails of a folder, the newest first. */
export async function listKeptMails(folder: string): Promise<KeptMail[]> {
  const names = (await namesIn(folder)).slice(0, mostKept);
  return Promise.all(
    names.map(async (name) => keptMail.parse(JSON.parse(await readFile(join(folder, name), "utf8")))),
  );
}

/** So that names are in the order of time. */
function nameOf(id: string, keptAt: Date): string {
  return `${keptAt.toISOString().replaceAll(":", "-")}-${id}.json`;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .toReversed();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
