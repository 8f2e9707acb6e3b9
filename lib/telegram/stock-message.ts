import type { Locale } from "#lib/base/i18n/locales.ts";
import type { AlertKind } from "#lib/inventory/model.ts";
import { escapeHtml, shorten, translator } from "#lib/telegram/message-text.ts";

/** What a message tells of a product. */
export interface ToldAlert {
  kind: AlertKind;
  sku: string;
  name: string;
  available: number;
}

/** Twenty lines of this length stay below the 4096 characters of a message; as a part of one, fewer are told. */
const mostLines = 20;
const maxLength = 60;

/** Products that became low, out, oversold or available again, as Telegram HTML in the person's language. */
export async function stockMessage(
  alerts: readonly ToldAlert[],
  locale: Locale,
  appUrl: string,
  maxLines = mostLines,
): Promise<string> {
  const t = await translator(locale);
  const lines = alerts.slice(0, maxLines).map(({ kind, sku, name, available }) => {
    const what = t(`stock.${kind}`, { count: Math.abs(available) });
    return escapeHtml(
      t("stock.line", { name: shorten(name, maxLength), sku: shorten(sku, maxLength), what }),
    );
  });
  const hidden = alerts.length - lines.length;
  return [
    `<b>${escapeHtml(t("stock.heading", { count: alerts.length }))}</b>`,
    ...lines,
    ...(hidden > 0 ? [escapeHtml(t("stock.more", { count: hidden }))] : []),
    `<a href="${escapeHtml(`${appUrl}/inventory`)}">${escapeHtml(t("stock.open"))}</a>`,
  ].join("\n");
}
