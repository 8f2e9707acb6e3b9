import "server-only";
import { createFormatter, createTranslator } from "use-intl/core";
import { formatsWith, type TimeFormat } from "#lib/base/i18n/formats.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";

/** What a template writes with. */
export interface MailWords {
  t: Translator;
  locale: Locale;
}

type Translator = Awaited<ReturnType<typeof translator>>;

async function translator(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: "mails" });
}

/** The words of mails, in a person's language. */
export async function mailWords(locale: Locale): Promise<MailWords> {
  return { t: await translator(locale), locale };
}

/** Writes times as a person has them. */
export function formatterFor(
  locale: Locale,
  { timezone, timeFormat }: { timezone: string; timeFormat: TimeFormat },
) {
  return createFormatter({ locale, timeZone: timezone, formats: formatsWith(timeFormat, locale) });
}
