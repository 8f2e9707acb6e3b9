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

/** What needs a hand now, each with where it is seen to; nothing that there is none of. */
export async function loadNeeds(session: Session, now = new Date()): Promise<Need[]> {
  const needs = await Promise.all([
    forUser(session, async (tx) => [
      ...(await leadNeeds(tx, session, now)),
      ...(await storeNeeds(tx, session)),
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

/** A store is silent when its last order is a day old, and ten times as old as its orders of the last month are apart. */
async function storeNeeds(tx: Transaction, session: Session): Promise<Need[]> {
  if (!can(session.role, "stores.read")) return [];
  const silent = await tx.$queryRaw<{ id: string; name: string; at: Date }[]>`
    select store.id, store.name, last.arrived_at as at
    from integrations store
    cross join lateral (
      select lead.arrived_at from crm_leads lead where lead.integration_id = store.id order by lead.arrived_at desc limit 1
    ) last
    cross join lateral (
      select count(*) as leads from (
        select 1 from crm_leads lead
        where lead.integration_id = store.id and lead.arrived_at > last.arrived_at - interval '30 days' limit 300
      ) recent
    ) month
    where store.workspace_id = ${session.workspace.id}::uuid and store.is_active
      and last.arrived_at > now() - interval '60 days'
      and now() - last.arrived_at > greatest(interval '1 day', interval '300 days' / month.leads)
    order by last.arrived_at limit 20`;
  const [failed] = await tx.$queryRaw<{ count: number; storeId: string | null; stores: number }[]>`
    select count(*)::int as count, min(integration_id::text) as "storeId", count(distinct integration_id)::int as stores
    from (
      select delivery.integration_id from webhook_deliveries delivery join integrations store on store.id = delivery.integration_id
      where store.workspace_id = ${session.workspace.id}::uuid and delivery.status = 'failed' limit ${countedUpTo + 1}
    ) delivery`;
  const needs: Need[] = silent.map((store) => ({
    kind: "silent_store",
    ...store,
    href: `/settings/stores/${store.id}`,
  }));
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
