import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { breakDown, tell } from "#lib/kpi/dashboard.ts";
import type { DashboardParams } from "#lib/kpi/filters.ts";
import { linkTo } from "#lib/kpi/links.ts";
import type { Dashboard, DashboardOptions, ProductRow } from "#lib/kpi/model.ts";
import { sumPeriods } from "#lib/kpi/period-sums.ts";
import { bestProducts } from "#lib/kpi/products.ts";
import { type Clock, grainOf, type Period, periodsOf, stretchesOf } from "#lib/kpi/range.ts";
import { pointsOf } from "#lib/kpi/trend.ts";
import { sumStretches } from "#lib/kpi/trend-sums.ts";
import type { Question } from "#lib/kpi/visible.ts";
import { leadSources } from "#lib/leads/model.ts";
import { loadNames, loadPeople, loadStoreChoices } from "#lib/team/names.ts";

export { loadNeeds } from "#lib/kpi/needs.ts";
export { listRecounts, type Recount } from "#lib/kpi/recounts.ts";

/** A dashboard as it is asked for: by whom, of what, and when. */
interface Asked {
  question: Question;
  clock: Clock;
  link: ReturnType<typeof linkTo>;
}

/** What the parameters ask; what a role may not ask for is ignored. */
function ask(session: Session, params: DashboardParams, now: Date): Asked {
  const clock: Clock = { timezone: session.timezone, locale: session.locale, now };
  const filter = {
    store: params.store,
    seller: seesEverything(session.role) ? params.seller : [],
    source: params.source,
    product: params.product.trim(),
  };
  return { question: { session, filter, now, ...periodsOf(params, clock) }, clock, link: linkTo(filter) };
}

/**
 * All that the dashboard says of a range, as the person may see it.
 *
 * @param now to which the presets are counted
 */
export async function loadDashboard(
  session: Session,
  params: DashboardParams,
  now = new Date(),
): Promise<Dashboard> {
  const [figures, products] = await Promise.all([
    loadFigures(session, params, now),
    loadProducts(session, params, now),
  ]);
  return { ...figures, products };
}

/** All of the dashboard that is counted ahead. */
export function loadFigures(
  session: Session,
  params: DashboardParams,
  now = new Date(),
): Promise<Omit<Dashboard, "products">> {
  const { question, clock, link } = ask(session, params, now);
  const { current, before } = question;
  const { grain, grains } = grainOf(current, params.grain);
  return forUser(session, async (tx) => {
    const rows = await sumPeriods(tx, question);
    const trendOf = async (period: Period) => {
      const stretches = stretchesOf(period, grain, clock);
      return pointsOf(stretches, await sumStretches(tx, question, stretches), { grain, link });
    };
    const names = await loadNames(tx, session);
    const told = { rows, days: current, hasBefore: before !== null, link };
    return {
      days: { from: current.from, to: current.to },
      before: before && { from: before.from, to: before.to },
      ...tell(told),
      trend: { grain, grains, points: await trendOf(current), before: before && (await trendOf(before)) },
      byStore: breakDown(told, "store", names.stores, clock.locale),
      bySource: breakDown(told, "source", new Map(), clock.locale),
      bySeller: seesEverything(session.role) ? breakDown(told, "seller", names.people, clock.locale) : null,
    };
  });
}

/** The best-selling products of a range; with a filter they are counted from the lines of its leads, and take longer than all other figures. */
export function loadProducts(
  session: Session,
  params: DashboardParams,
  now = new Date(),
): Promise<ProductRow[]> {
  const { question, link } = ask(session, params, now);
  return forUser(session, (tx) => bestProducts(tx, question, link));
}

/** What the dashboard can be filtered by; only those who see everything filter by seller. */
export function listDashboardOptions(session: Session): Promise<DashboardOptions> {
  return forUser(session, async (tx) => {
    const people = await loadPeople(tx, session);
    const stores = await loadStoreChoices(tx, session);
    const { compare } = new Intl.Collator(session.locale);
    const named = (names: Map<string, string>) =>
      [...names].map(([id, name]) => ({ id, name })).sort((a, b) => compare(a.name, b.name));
    return {
      stores: stores.toSorted((a, b) => Number(a.isRemoved) - Number(b.isRemoved) || compare(a.name, b.name)),
      sellers: seesEverything(session.role) ? named(people) : [],
      sources: [...leadSources],
    };
  });
}
