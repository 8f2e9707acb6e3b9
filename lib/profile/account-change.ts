import "server-only";
import { z } from "zod";
import { accountChanges } from "#lib/base/auth/account-change.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { timeFormats } from "#lib/base/i18n/formats.ts";
import { writtenLocale } from "#lib/base/i18n/locales.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { queueMail } from "#lib/mail/queue.ts";

/** How an account is kept was changed (astra.tell_account_change). */
export const accountChangeSchema = z.object({
  userId: z.uuid(),
  change: z.enum(accountChanges),
  /** From which network address; null where it was not asked by a browser. */
  address: plainText.nullable(),
  /** Which admin made it; null where the person did, or whoever was taken for the person. */
  by: plainText.nullable().default(null),
  at: z.coerce.date(),
});

/** Tells a person by mail of a change to how the account is kept: a job. */
export async function tellAccountChange(made: z.output<typeof accountChangeSchema>): Promise<void> {
  await forSystem(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: made.userId } });
    if (!person) return;
    await queueMail(tx, {
      to: person.email,
      locale: writtenLocale(person),
      template: "accountChange",
      data: {
        name: person.name,
        change: made.change,
        address: made.address,
        by: made.by,
        at: made.at,
        timezone: person.timezone,
        timeFormat: z.enum(timeFormats).parse(person.timeFormat),
        link: `${env().APP_URL}/settings/profile`,
      },
      userId: person.id,
      once: `account-change ${made.change} ${made.userId} ${made.at.toISOString()}`,
    });
  });
}
