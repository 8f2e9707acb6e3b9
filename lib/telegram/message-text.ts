import { createTranslator } from "use-intl/core";
import { formatsWith, type TimeFormat } from "#lib/base/i18n/formats.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { fieldsOf } from "#lib/base/time/moment.ts";

/** The words of the bot, in a person's language. */
export async function translator(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: "telegramAlert" });
}

export type BotTranslator = Awaited<ReturnType<typeof translator>>;

/** What statuses are called in a language. */
export async function statusTranslator(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: "statuses" });
}

/** The words of the day's summary, which are those of its mail. */
export async function summaryTranslator(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: "mails.daySummary" });
}

/** A moment as a person reads it: the day with the time, or the time alone on the day itself. */
export function momentText(moment: Date, { locale, timezone, timeFormat }: Clock, now = new Date()): string {
  const { time, dayTime } = formatsWith(timeFormat, locale).dateTime;
  const isToday = fieldsOf(moment, timezone).day === fieldsOf(now, timezone).day;
  return new Intl.DateTimeFormat(locale, { ...(isToday ? time : dayTime), timeZone: timezone }).format(
    moment,
  );
}

/** How and where somebody reads times. */
export interface Clock {
  locale: Locale;
  timezone: string;
  timeFormat: TimeFormat;
}

/** Text as Telegram's HTML takes it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** One line of at most so many characters; a character of two code units, as an emoji is, is never cut in half. */
export function shorten(text: string, length = 80): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : characters.join("");
}
