import { getRequestConfig } from "next-intl/server";
import { getSession } from "#lib/auth/session.ts";
import { formats } from "#lib/i18n/formats.ts";
import { resolveLocale } from "#lib/i18n/locales.ts";

const TIME_ZONE_OF_STRANGERS = "UTC";

/** Language, time zone and messages of one request: the signed-in person's, else the defaults. */
export default getRequestConfig(async () => {
  const session = await getSession();
  const locale = resolveLocale(session?.locale);
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, timeZone: session?.timezone ?? TIME_ZONE_OF_STRANGERS, messages, formats };
});
