import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";

/** The words of alerts, in a person's language. */
export async function translator(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: "telegramAlert" });
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
