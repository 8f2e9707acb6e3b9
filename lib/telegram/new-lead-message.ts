import type { Locale } from "#lib/base/i18n/locales.ts";
import { formatMoney } from "#lib/base/money/format.ts";
import type { Label } from "#lib/sales/order.ts";
import type { PaymentKind } from "#lib/sales/statuses.ts";
import { type BotTranslator, escapeHtml, shorten, translator } from "#lib/telegram/message-text.ts";

/** What a message about a lead tells. */
export interface NewLeadAlert {
  leadId: string;
  isTest: boolean;
  buyer: string | null;
  phone: string | null;
  city: string | null;
  /** Null of a lead that was entered by hand, as are number and total. */
  storeName: string | null;
  orderNumber: string | null;
  paymentKind: PaymentKind;
  total: string | null;
  /** What is still to be paid. */
  due: string;
  currency: string;
  /** Item, quantity, and what tells it from others of its kind. */
  items: { name: string; quantity: string; attributes: Label[] }[];
  /** How many there are beside these. */
  otherItems: number;
  /** What the buyer wrote. */
  note: string | null;
  shippingMethod: string | null;
  /** What else the shop asked the buyer. */
  attributes: Label[];
}

/** Ten lines of this length stay well below the 4096 characters of a message. */
const maxItems = 10;
const maxAttributes = 5;
const maxNoteLength = 300;

/** What is said of a lead beside what it is. */
export interface LeadMessageManner {
  /** What the message is for; a lead that has come unless said otherwise. */
  kind?: "new_lead" | "call_back";
  /** What became of it, as the last line. */
  ending?: string | undefined;
  /** Whether a link to the lead stands in the text, where no button opens it. */
  hasLink?: boolean;
}

/** The alert as Telegram HTML, in the seller's language. Everything that comes from outside is escaped. */
export async function newLeadMessage(
  alert: NewLeadAlert,
  locale: Locale,
  appUrl: string,
  { kind = "new_lead", ending, hasLink = true }: LeadMessageManner = {},
): Promise<string> {
  const t = await translator(locale);
  const buyer = shorten(alert.buyer ?? t("unknownBuyer"));
  const items = alert.items.slice(0, maxItems).map((item) => itemLine(item, t));
  const hidden = alert.items.length - items.length + alert.otherItems;
  const where = [alert.phone, alert.city]
    .filter((part) => part !== null)
    .map((part) => shorten(part))
    .join(", ");
  return [
    `<b>${escapeHtml(headingOf(alert.isTest, kind, buyer, t))}</b>`,
    ...(where ? [escapeHtml(where)] : []),
    escapeHtml(originOf(alert, t)),
    "",
    ...items,
    ...(hidden > 0 ? [escapeHtml(t("moreItems", { count: hidden }))] : []),
    ...(items.length > 0 ? [""] : []),
    ...extraLines(alert, t),
    ...sumLines(alert, locale, t),
    ...(hasLink
      ? [`<a href="${escapeHtml(`${appUrl}/leads/${alert.leadId}`)}">${escapeHtml(t("openLead"))}</a>`]
      : []),
    ...(ending ? ["", `<b>${escapeHtml(ending)}</b>`] : []),
  ].join("\n");
}

function headingOf(isTest: boolean, kind: "new_lead" | "call_back", buyer: string, t: BotTranslator): string {
  if (kind === "call_back") return t("callBackDue", { buyer });
  return t(isTest ? "testOrder" : "newLead", { buyer });
}

/** "Lamps · #1001" */
function originOf({ storeName, orderNumber }: NewLeadAlert, t: BotTranslator): string {
  if (storeName === null) return t("byHand");
  return [storeName, orderNumber ?? ""].map((part) => shorten(part)).join(" · ");
}

/** "• Lamp × 2 (Colour: White)" */
function itemLine({ name, quantity, attributes }: NewLeadAlert["items"][number], t: BotTranslator): string {
  const said = labelled(attributes, t).join(", ");
  const what = `• ${escapeHtml(shorten(name))} × ${shorten(trimZeros(quantity))}`;
  return said ? `${what} (${escapeHtml(shorten(said))})` : what;
}

/** What the buyer wrote and wished, as lines of their own. */
function extraLines(alert: NewLeadAlert, t: BotTranslator): string[] {
  const lines = [
    ...(alert.note ? [t("note", { text: shorten(alert.note, maxNoteLength) })] : []),
    ...(alert.shippingMethod ? [t("shipping", { text: shorten(alert.shippingMethod) })] : []),
    ...labelled(alert.attributes, t).map((line) => shorten(line)),
  ];
  return lines.length > 0 ? [...lines.map(escapeHtml), ""] : [];
}

/** "Colour: White", for the first few. */
function labelled(labels: Label[], t: BotTranslator): string[] {
  return labels
    .slice(0, maxAttributes)
    .map(({ label, value }) => (label ? t("labelled", { label, value }) : value));
}

/** What is to be collected or paid, and the whole beside it where something was paid ahead. */
function sumLines(
  { total, due, currency, paymentKind }: NewLeadAlert,
  locale: Locale,
  t: BotTranslator,
): string[] {
  if (total === null) return [];
  const whole = formatMoney(total, currency, locale);
  const isPartlyPaid = Number(due) > 0 && Number(due) !== Number(total);
  const sum = isPartlyPaid ? t("dueOf", { due: formatMoney(due, currency, locale), total: whole }) : whole;
  return [`<b>${escapeHtml(sum)}</b> · ${escapeHtml(t(`paymentKind.${paymentKind}`))}`];
}

/** The one alert for many new leads, by the stores that they came from. */
export async function manyLeadsMessage(
  storeNames: (string | null)[],
  locale: Locale,
  appUrl: string,
): Promise<string> {
  const t = await translator(locale);
  const counts = new Map<string, number>();
  for (const name of storeNames) counts.set(name ?? "", (counts.get(name ?? "") ?? 0) + 1);
  const stores = [...counts].toSorted(([, one], [, other]) => other - one);
  const lines = stores
    .slice(0, maxItems)
    .map(([name, count]) => t("ofStore", { name: shorten(name) || t("byHand"), count }));
  const others = stores.slice(maxItems).reduce((sum, [, count]) => sum + count, 0);
  return [
    `<b>${escapeHtml(t("newLeads", { count: storeNames.length }))}</b>`,
    "",
    ...lines.map(escapeHtml),
    ...(others > 0 ? [escapeHtml(t("ofOtherStores", { count: others }))] : []),
    "",
    `<a href="${escapeHtml(`${appUrl}/leads`)}">${escapeHtml(t("openLeads"))}</a>`,
  ].join("\n");
}

/** The message by which a person proves to read in a chat. */
export async function codeMessage(name: string, code: string, locale: Locale): Promise<string> {
  const t = await translator(locale);
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
  return `${escapeHtml(t("code", { name }))}\n\n<code>${shown}</code>`;
}

/** The message that proves a chat is linked. */
export async function testMessage(name: string, locale: Locale): Promise<string> {
  const t = await translator(locale);
  return escapeHtml(t("test", { name }));
}

/** The message that proves the same of a workspace's group. */
export async function groupTestMessage(workspace: string, locale: Locale): Promise<string> {
  const t = await translator(locale);
  return escapeHtml(t("bot.groupLinked", { workspace: shorten(workspace) }));
}

function trimZeros(quantity: string): string {
  return quantity.includes(".") ? quantity.replace(/\.?0+$/, "") : quantity;
}
