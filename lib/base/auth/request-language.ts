import { getRequestConfig } from "next-intl/server";
import { getKnownPerson, languageOfBrowser, type Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { env } from "#lib/base/env.ts";
import { formatsWith } from "#lib/base/i18n/formats.ts";
import { defaultLocale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { longerMessages } from "#lib/base/i18n/pseudo.ts";

/** What a stranger is shown, whose browser says its language and nothing else. */
const ofStrangers = { timezone: "UTC", timeFormat: "24h" } as const;

/** Language, time zone, clock and messages of one request: the signed-in person's, else what the browser asks for, unless another is wanted. */
export default getRequestConfig(async ({ locale: wanted }) => {
  const session = await knownSession();
  const locale = wanted ?? session?.locale ?? (await languageOfBrowser()) ?? defaultLocale;
  const { timezone, timeFormat } = session ?? ofStrangers;
  const messages = await loadMessages(locale);
  return {
    locale,
    timeZone: timezone,
    messages: env().PSEUDO_LOCALE ? longerMessages(messages) : messages,
    formats: formatsWith(timeFormat, locale),
  };
});

/** While nobody can say who asks, even the page that says so is shown, as to a stranger. */
async function knownSession(): Promise<Session | null> {
  try {
    return (await getKnownPerson())?.session ?? null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
