import { getRequestConfig } from "next-intl/server";
import { getSession, type Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { formats } from "#lib/base/i18n/formats.ts";
import { resolveLocale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";

const TIME_ZONE_OF_STRANGERS = "UTC";

/** Language, time zone and messages of one request: the signed-in person's, else the defaults. */
export default getRequestConfig(async () => {
  const session = await knownSession();
  const locale = resolveLocale(session?.locale);
  const messages = await loadMessages(locale);
  return { locale, timeZone: session?.timezone ?? TIME_ZONE_OF_STRANGERS, messages, formats };
});

/** While nobody can say who asks, even the page that says so is shown, as to a stranger. */
async function knownSession(): Promise<Session | null> {
  try {
    return await getSession();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
