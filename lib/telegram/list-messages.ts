import { type Clock, escapeHtml, momentText, shorten, translator } from "#lib/telegram/message-text.ts";

/** Ten lines of this length leave room for other things in the same message. */
const maxLines = 10;

/** A call that a buyer was promised. */
export interface ToldCall {
  id: string;
  buyer: string | null;
  callBackAt: Date | null;
}

/** Calls that are due, each with a link to its lead. */
export async function callsMessage(
  calls: readonly ToldCall[],
  clock: Clock,
  appUrl: string,
): Promise<string> {
  const t = await translator(clock.locale);
  const lines = calls.slice(0, maxLines).map(({ id, buyer, callBackAt }) => {
    const name = shorten(buyer ?? t("unknownBuyer"), 40);
    const text = callBackAt ? t("labelled", { label: name, value: momentText(callBackAt, clock) }) : name;
    return `<a href="${escapeHtml(`${appUrl}/leads/${id}`)}">${escapeHtml(text)}</a>`;
  });
  const hidden = calls.length - lines.length;
  return [
    `<b>${escapeHtml(t("callsDue", { count: calls.length }))}</b>`,
    ...lines,
    ...(hidden > 0 ? [escapeHtml(t("moreCalls", { count: hidden }))] : []),
  ].join("\n");
}

/** A store of which deliveries fail. */
export interface FailingStore {
  id: string;
  name: string;
  count: number;
}

/** Stores whose deliveries could not be worked in, with a link to the log. */
export async function failuresMessage(
  stores: readonly FailingStore[],
  { locale }: Pick<Clock, "locale">,
  appUrl: string,
): Promise<string> {
  const t = await translator(locale);
  const lines = stores
    .slice(0, maxLines)
    .map(({ name, count }) => t("ofStore", { name: shorten(name, 60), count }));
  const hidden = stores.length - lines.length;
  const total = stores.reduce((sum, { count }) => sum + count, 0);
  return [
    `<b>${escapeHtml(t("failures.heading", { count: total }))}</b>`,
    ...lines.map(escapeHtml),
    ...(hidden > 0 ? [escapeHtml(t("failures.more", { count: hidden }))] : []),
    `<a href="${escapeHtml(`${appUrl}/settings/stores/deliveries?state=failed`)}">${escapeHtml(t("failures.open"))}</a>`,
  ].join("\n");
}
