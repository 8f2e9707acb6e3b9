import { createTranslator } from "use-intl/core";
import { resolveLocale } from "#lib/i18n/locales.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { formatMoney } from "#lib/money/format.ts";

/** What the alert for a new lead tells. */
export interface NewLeadAlert {
  leadId: string;
  isTest: boolean;
  buyer: string | null;
  phone: string | null;
  city: string | null;
  storeName: string;
  orderNumber: string;
  isCod: boolean;
  total: string;
  currency: string;
  items: { name: string; quantity: string }[];
}

/** Ten lines of this length stay well below the 4096 characters of a message. */
const maxItems = 10;
const maxLength = 80;

/** The alert as Telegram HTML, in the seller's language. Everything that comes from outside is escaped. */
export async function newLeadMessage(alert: NewLeadAlert, locale: string, appUrl: string): Promise<string> {
  const t = await translator(locale);
  const heading = alert.isTest ? t("testOrder") : t("newLead");
  const money = formatMoney(alert.total, alert.currency, locale);
  const items = alert.items
    .slice(0, maxItems)
    .map((item) => `• ${escapeHtml(shorten(item.name))} × ${shorten(trimZeros(item.quantity))}`);
  const hidden = alert.items.length - items.length;
  const where = [alert.phone, alert.city]
    .filter((part) => part !== null)
    .map(shorten)
    .join(", ");
  return [
    `<b>${escapeHtml(heading)}: ${escapeHtml(shorten(alert.buyer ?? t("unknownBuyer")))}</b>`,
    ...(where ? [escapeHtml(where)] : []),
    `${escapeHtml(shorten(alert.storeName))}, ${escapeHtml(shorten(alert.orderNumber))}`,
    "",
    ...items,
    ...(hidden > 0 ? [escapeHtml(t("moreItems", { count: hidden }))] : []),
    "",
    `<b>${escapeHtml(money)}</b>, ${escapeHtml(alert.isCod ? t("cashOnDelivery") : t("notCashOnDelivery"))}`,
    `<a href="${escapeHtml(`${appUrl}/leads/${alert.leadId}`)}">${escapeHtml(t("openLead"))}</a>`,
  ].join("\n");
}

/** The message that proves a chat is linked. */
export async function testMessage(name: string, locale: string): Promise<string> {
  const t = await translator(locale);
  return escapeHtml(t("test", { name }));
}

async function translator(wanted: string) {
  const locale = resolveLocale(wanted);
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: "telegramAlert" });
}

/** Telegram's HTML knows four entities. Source: core.telegram.org/bots/api, "HTML style". */
function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** One line of at most `maxLength` characters; a character of two code units, as an emoji is, is never cut in half. */
function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length > maxLength
    ? `${characters.slice(0, maxLength - 1).join("")}…`
    : characters.join("");
}

function trimZeros(quantity: string): string {
  return quantity.includes(".") ? quantity.replace(/\.?0+$/, "") : quantity;
}
