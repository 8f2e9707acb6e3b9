import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { formatMoney } from "#lib/base/money/format.ts";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import { loadFigures } from "#lib/kpi/queries.ts";
import { countViews } from "#lib/leads/queries.ts";
import { escapeHtml, shorten, translator } from "#lib/telegram/message-text.ts";

/** Sums in more currencies than that are in the dashboard. */
const mostCurrencies = 5;

/** The figures of a day as the person may see them, as Telegram HTML; of today or of yesterday, in the person's time zone. */
export async function figuresMessage(
  session: Session,
  range: "today" | "yesterday",
  now = new Date(),
): Promise<string> {
  const params = loadDashboardParams(new URLSearchParams({ range, compare: "none" }));
  const [t, figures, views] = await Promise.all([
    translator(session.locale),
    loadFigures(session, params, now),
    countViews(session),
  ]);
  const day = new Intl.DateTimeFormat(session.locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(figures.days.from);
  const counts = figures.counts.map(({ name, value }) => t(`figures.${name}`, { count: value }));
  const money = figures.money
    .slice(0, mostCurrencies)
    .flatMap(({ currency, worth, collected }) => [
      t("figures.worth", { amount: formatMoney(worth.value, currency, session.locale) }),
      t("figures.collected", { amount: formatMoney(collected.value, currency, session.locale) }),
    ]);
  return [
    `<b>${escapeHtml(t("figures.heading", { workspace: shorten(session.workspace.name), day }))}</b>`,
    ...counts.map(escapeHtml),
    ...money.map(escapeHtml),
    "",
    escapeHtml(t("figures.toCall", { count: views.to_call.count })),
  ].join("\n");
}
