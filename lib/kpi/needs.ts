import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { countedUpTo, toCount } from "#lib/base/list/page.ts";
import { addDays } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import { listRestocked } from "#lib/inventory/alerts.ts";
import { productList } from "#lib/inventory/list.ts";
import { countProductViews } from "#lib/inventory/queries.ts";
import type { Need } from "#lib/kpi/model.ts";
import { leadList } from "#lib/leads/list.ts";
import { countListed } from "#lib/leads/queries.ts";
import { findSilences } from "#lib/stores/health.ts";

const mostSilent = 20;

/** What needs a hand now, each with where it is seen to; nothing that there is none of. */
export async function loadNeeds(session: Session, now = new Date()): Promise<Need[]> {
  const needs = await Promise.all([
    forUser(session, async (tx) => [
      ...(await leadNeeds(tx, session, now)),
      ...(await storeNeeds(tx, session, now)),
    ]),
    stockNeeds(session),
  ]);
  return needs.flat();
}

/** Leads of the list: those that nobody called for more than a day, whole days as the list has them, and promised call-backs that are due. */
async function leadNeeds(tx: Transaction, session: Session, now: Date): Promise<Need[]> {
  const dayBeforeYesterday = addDays(dayOf(now, session.timezone), -2);
  const waiting = leadList.url({ view: "to_call", figure: ["uncalled"], to: dayBeforeYesterday });
  const overdue = leadList.url({ view: "to_call", figure: ["postponed"] });
  const lists = [
    { kind: "waiting_long", href: waiting },
    { kind: "call_backs_overdue", href: overdue },
  ] as const;
  const needs: Need[] = [];
  for (const { kind, href } of lists) {
    const { total, isCapped } = await countListed(tx, session, leadList.load(href.slice("/leads".length)));
    if (total > 0) needs.push({ kind, count: total, isCapped, href });
  }
  return needs;
}

/** Stores of which nothing comes any more, by their own rhythm, and deliveries that failed. */
async function storeNeeds(tx: Transaction, session: Session, now: Date): Promise<Need[]> {
  if (!can(session.role, "stores.read")) return [];
  const stores = await tx.integration.findMany({
    where: { workspaceId: session.workspace.id, isActive: true },
    select: { id: true, name: true, isActive: true, lastDeliveryAt: true, resumedAt: true },
  });
  const silences = await findSilences(tx, session, stores, now);
  const [failed] = await tx.$queryRaw<{ count: number; storeId: string | null; stores: number }[]>`
    select count(*)::int as count, min(integration_id::text) as "storeId", count(distinct integration_id)::int as stores
    from (
      select delivery.integration_id from webhook_deliveries delivery join integrations store on store.id = delivery.integration_id
      where store.workspace_id = ${session.workspace.id}::uuid and store.removed_at is null and delivery.status = 'failed' limit ${countedUpTo + 1}
    ) delivery`;
  const needs: Need[] = stores
    .flatMap(({ id, name }) => {
      const { lastOrderAt: at = null } = silences.get(id) ?? {};
      return at ? { kind: "silent_store" as const, id, name, at, href: `/settings/stores/${id}` } : [];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .slice(0, mostSilent);
  if (failed && failed.count > 0) {
    const { total, isCapped } = toCount(failed.count);
    const href = failed.stores === 1 ? `/settings/stores/${failed.storeId}` : "/settings/stores";
    needs.push({ kind: "failed_deliveries", count: total, isCapped, href });
  }
  return needs;
}

/** Each line counts what its list holds: what is oversold is out, too, and what is out is low, so being out is told where it says more. */
async function stockNeeds(session: Session): Promise<Need[]> {
  const [{ oversold, out, low }, restocked] = await Promise.all([
    countProductViews(session),
    listRestocked(session),
  ]);
  const views = [
    { kind: "oversold", view: "oversold", count: oversold },
    { kind: "out_of_stock", view: "out", count: out > oversold ? out : 0 },
    { kind: "low_stock", view: "low", count: low },
  ] as const;
  return [
    ...views
      .filter(({ count }) => count > 0)
      .map(({ kind, view, count }) => ({ kind, count, isCapped: false, href: productList.url({ view }) })),
    ...restocked.map(({ productId: id, name, at }) => ({
      kind: "restocked" as const,
      ...{ id, name, at, href: `/inventory/${id}` },
    })),
  ];
}
