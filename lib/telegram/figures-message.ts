import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { env } from "#lib/base/env.ts";
import { formatMoney } from "#lib/base/money/format.ts";
import { mostCurrencies, type SummarisedNeed } from "#lib/summary/model.ts";
import { loadDaySummary } from "#lib/summary/queries.ts";
import { isReachable } from "#lib/telegram/bot.ts";
import { escapeHtml, shorten, summaryTranslator, translator } from "#lib/telegram/message-text.ts";

/** What the mail of a day's summary says, as Telegram HTML; of today or of yesterday, in the person's time zone. */
export async function figuresMessage(
  session: Session,
  range: "today" | "yesterday",
  now = new Date(),
): Promise<string> {
  const { locale, workspace } = session;
  const [t, words, summary] = await Promise.all([
    translator(locale),
    summaryTranslator(locale),
    loadDaySummary(session, now, range),
  ]);
  const day = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(summary.day);
  const needText = ({ kind, count: value, isCapped }: SummarisedNeed) =>
    t("labelled", {
      label: words(`needs.${kind}`),
      value: words(isCapped ? "moreThan" : "number", { value }),
    });
  return [
    `<b>${escapeHtml(t("figures.heading", { workspace: shorten(workspace.name), day }))}</b>`,
    ...summary.counts.map(({ name, value }) => escapeHtml(t(`figures.${name}`, { count: value }))),
    ...summary.money
      .slice(0, mostCurrencies)
      .map(({ currency, worth }) =>
        escapeHtml(t("figures.worth", { amount: formatMoney(worth, currency, locale) })),
      ),
    "",
    escapeHtml(words("now", { count: summary.needs.length })),
    ...summary.needs.map((need) => linked(needText(need), need.href)),
    // A machine's own address opens on no phone.
    ...(isReachable() ? ["", linked(words("button"), summary.href)] : []),
  ].join("\n");
}

/** Text that leads to a page of Astra, where that can be opened. */
function linked(text: string, href: string): string {
  const said = escapeHtml(text);
  return isReachable() ? `<a href="${escapeHtml(`${env().APP_URL}${href}`)}">${said}</a>` : said;
}
