import "server-only";
import { createFormatter, createTranslator } from "use-intl/core";
import type { z } from "zod";
import { formatsWith, type TimeFormat } from "#lib/base/i18n/formats.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import type { MailContent } from "#lib/mail/model.ts";

/** A kind of mail. */
export interface MailTemplate<Schema extends z.ZodType> {
  /** What it has to be told. */
  schema: Schema;
  /** For how many minutes it may wait for its server: what it says is of no use later. */
  usefulFor: number;
  write(data: z.output<Schema>, words: MailWords): MailContent;
}

/** Says what a kind of mail is told and how it is written. */
export function defineMail<Schema extends z.ZodType>(template: MailTemplate<Schema>): MailTemplate<Schema> {
  return template;
}

/** A day in minutes. */
export const day = 24 * 60;

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
