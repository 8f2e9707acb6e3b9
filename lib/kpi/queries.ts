import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { breakDown, tell } from "#lib/kpi/dashboard.ts";
import type { DashboardParams } from "#lib/kpi/filters.ts";
import { linkTo } from "#lib/kpi/links.ts";
import type { Dashboard, DashboardOptions } from "#lib/kpi/model.ts";
import { sumPeriods } from "#lib/kpi/period-sums.ts";
import { bestProducts } from "#lib/kpi/products.ts";
import { type Clock, grainOf, periodsOf, stretchesOf } from "#lib/kpi/range.ts";
import { pointsOf } from "#lib/kpi/trend.ts";
import { sumStretches } from "#lib/kpi/trend-sums.ts";
import type { Question } from "#lib/kpi/visible.ts";
import { leadSources } from "#lib/leads/model.ts";
import { loadNames } from "#lib/team/names.ts";

export { loadNeeds } from "#lib/kpi/needs.ts";
export { listRecounts, type Recount } from "#lib/kpi/recounts.ts";

/**
 * All that the dashboard says of a range, as the person may see it. What a role may not ask for is ignored.
 *
 * @param now to which the presets are counted
 */
export function loadDashboard(
  session: Session,
  params: DashboardParams,
  now = new Date(),
): Promise<Dashboard> {
  const clock: Clock = { timezone: session.timezone, locale: session.locale, now };
  const mayAskForAll = seesEverything(session.role);
  const filter = {
    store: params.store,
    seller: mayAskForAll ? params.seller : [],
    source: params.source,
    product: params.product.trim(),
  };
  const { current, before } = periodsOf(params, clock);
  const { grain, grains } = grainOf(current, params.grain);
  const question: Question = { session, filter, current, before };
  const link = linkTo(filter);
  return forUser(session, async (tx) => {
    const rows = await sumPeriods(tx, question);
    const trendOf = async (period: typeof current) => {
      const stretches = stretchesOf(period, grain, clock);
      return pointsOf(stretches, await sumStretches(tx, question, stretches), { grain, link });
    };
    const names = await loadNames(tx);
    const told = { rows, days: current, hasBefore: before !== null, link };
    return {
      days: { from: current.from, to: current.to },
      before: before && { from: before.from, to: before.to },
      ...tell(told),
      trend: { grain, grains, points: await trendOf(current), before: before && (await trendOf(before)) },
      byStore: breakDown(told, "store", names.stores),
      bySource: breakDown(told, "source", new Map()),
      bySeller: mayAskForAll ? breakDown(told, "seller", names.people) : null,
      products: await bestProducts(tx, question, link),
    };
  });
}

/** What the dashboard can be filtered by; only those who see everything filter by seller. */
export function listDashboardOptions(session: Session): Promise<DashboardOptions> {
  return forUser(session, async (tx) => {
    const { people, stores } = await loadNames(tx);
    const named = (names: Map<string, string>) =>
      [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
    return {
      stores: named(stores),
      sellers: seesEverything(session.role) ? named(people) : [],
      sources: [...leadSources],
    };
  });
}
