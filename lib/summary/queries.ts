import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { fieldsOf } from "#lib/base/time/moment.ts";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import type { Need } from "#lib/kpi/model.ts";
import { loadFigures, loadNeeds } from "#lib/kpi/queries.ts";
import { leadList } from "#lib/leads/list.ts";
import { countViews } from "#lib/leads/queries.ts";
import type { DaySummary, SummarisedNeed } from "#lib/summary/model.ts";

/**
 * How a day went, for the daily summary by mail and by Telegram: the figures of the dashboard and what needs a hand, by the person's own
 * clock and as row level security lets the person see them. Unless it is said of which day, it is the day before until noon, and from noon on
 * the present one.
 *
 * @param session `memberSession` gives one for a job
 */
export async function loadDaySummary(
  session: Session,
  now = new Date(),
  range: "today" | "yesterday" = fieldsOf(now, session.timezone).time >= "12:00" ? "today" : "yesterday",
): Promise<DaySummary> {
  const params = loadDashboardParams(`?range=${range}`);
  const figures = await loadFigures(session, params, now);
  const [{ to_call }, needs] = [await countViews(session), await loadNeeds(session, now)];
  const toCall = { kind: "to_call", ...to_call, href: leadList.url({ view: "to_call" }) } as const;
  return {
    day: figures.days.from,
    isToday: range === "today",
    href: `/dashboard?range=${range}`,
    counts: figures.counts.map(({ before, ...count }) => ({ ...count, before: before ?? 0 })),
    money: figures.money
      .filter(({ worth }) => Number(worth.value) !== 0)
      .map(({ currency, worth }) => ({ currency, worth: worth.value, href: worth.href })),
    needs: [...(to_call.count > 0 ? [toCall] : []), ...summarised(needs)],
  };
}

/** Silent stores are counted; what came back within a day is good news, and needs nobody. */
function summarised(needs: Need[]): SummarisedNeed[] {
  const silent = needs.filter((need) => need.kind === "silent_store");
  const counted = needs.flatMap((need) => ("count" in need ? [need] : []));
  const [first, ...others] = silent;
  if (!first) return counted;
  const href = others.length > 0 ? "/settings/stores" : first.href;
  return [...counted, { kind: "silent_stores", count: silent.length, isCapped: false, href }];
}
