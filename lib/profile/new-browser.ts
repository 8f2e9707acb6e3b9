import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import { type Browser, browserOf } from "#lib/base/auth/browser.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { timeFormats } from "#lib/base/i18n/formats.ts";
import { type Locale, writtenLocale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { queueMail } from "#lib/mail/queue.ts";

/** Somebody signed in with a browser that was not known (astra.note_browser). */
export const newBrowserSchema = z.object({
  userId: z.uuid(),
  userAgent: plainText,
  address: plainText,
  at: z.coerce.date(),
});

/** Tells a person by mail of a sign-in with a browser that was not known: a job. */
export async function tellNewBrowser(signIn: z.output<typeof newBrowserSchema>): Promise<void> {
  await forSystem(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: signIn.userId } });
    if (!person) return;
    const locale = writtenLocale(person);
    await queueMail(tx, {
      to: person.email,
      locale,
      template: "newDevice",
      data: {
        name: person.name,
        browser: await nameOf(browserOf(signIn.userAgent), locale),
        address: signIn.address,
        at: signIn.at,
        timezone: person.timezone,
        timeFormat: z.enum(timeFormats).parse(person.timeFormat),
        link: `${env().APP_URL}/settings/profile`,
      },
      userId: person.id,
      once: `new-browser ${signIn.userId} ${signIn.at.toISOString()}`,
    });
  });
}

/** As the list of sessions calls it. */
async function nameOf({ name, system }: Browser, locale: Locale): Promise<string> {
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: "profile.sessions" });
  if (name && system) return t("browserOn", { browser: name, system });
  return name ?? system ?? t("unknown");
}
