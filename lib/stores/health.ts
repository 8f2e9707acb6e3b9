import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { wallClock } from "#lib/base/time/clock.ts";
import { addDays, startOfDay } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import { type HourOfOrders, isSilent, type Quiet, usualOrders } from "#lib/stores/rhythm.ts";

const hourLength = 3_600_000;

/** For how long nothing came of a store that usually sends. */
export interface Silence {
  /** The last delivery, or when the store was taken up again after a pause. */
  since: Date;
  /** About how many orders usually come in that time. */
  usual: number;
  lastOrderAt: Date | null;
}

interface JudgedStore {
  id: string;
  isActive: boolean;
  lastDeliveryAt: Date | null;
  resumedAt: Date | null;
}

/** Nobody is silent after so short a time, so that a busy store is seldom looked into. Milliseconds. */
const shortest = hourLength;
/** A store that has been silent for longer is a closed one. Milliseconds. */
const longest = 60 * 24 * hourLength;

/** Those of the stores of which nothing has come for unusually long (lib/stores/rhythm.ts), by their ids. A pause is no silence. */
export async function findSilences(
  tx: Transaction,
  { timezone }: Pick<Session, "timezone">,
  stores: readonly JudgedStore[],
  now = new Date(),
): Promise<Map<string, Silence>> {
  const quiet = stores.flatMap((store) => {
    const since = quietSince(store);
    const length = since === null ? 0 : now.getTime() - since.getTime();
    return since && length >= shortest && length < longest ? { id: store.id, since } : [];
  });
  if (quiet.length === 0) return new Map();
  const hours = await countHours(tx, timezone, quiet);
  const silences = new Map<string, Silence>();
  for (const { id, since } of quiet) {
    const own = hours.filter(({ storeId }) => storeId === id);
    const stretch: Quiet = { since: hourAt(since, timezone), now: hourAt(now, timezone), before: own };
    if (!isSilent(stretch)) continue;
    silences.set(id, {
      since,
      usual: Math.round(usualOrders(stretch)),
      lastOrderAt: own[0]?.lastOrderAt ?? null,
    });
  }
  return silences;
}

function quietSince({ isActive, lastDeliveryAt, resumedAt }: JudgedStore): Date | null {
  if (!isActive || !lastDeliveryAt) return null;
  return resumedAt && resumedAt > lastDeliveryAt ? resumedAt : lastDeliveryAt;
}

function hourAt(instant: Date, timezone: string): number {
  return wallClock(instant.getTime(), timezone) / hourLength;
}

/** More orders than these in four weeks say nothing new of a rhythm. */
const mostOrders = 20_000;

/** In which hours of the four weeks before the orders of each store came. */
function countHours(
  tx: Transaction,
  timezone: string,
  quiet: { id: string; since: Date }[],
): Promise<(HourOfOrders & { storeId: string; lastOrderAt: Date })[]> {
  const asked = quiet.map(({ id, since }) => {
    const today = dayOf(since, timezone);
    const [from, before] = [addDays(today, -28), today].map((day) => startOfDay(day, timezone));
    return { id, from, before };
  });
  return tx.$queryRaw`
    select asked.id as "storeId", ordered.day, ordered.hour, ordered.orders, (
        select lead.arrived_at from crm_leads lead where lead.integration_id = asked.id order by lead.arrived_at desc limit 1
      ) as "lastOrderAt"
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (id uuid, "from" timestamptz, before timestamptz)
    cross join lateral (
      select arrived.at::date - date '1970-01-01' as day, extract(hour from arrived.at)::int as hour, count(*)::int as orders
      from (
        select lead.arrived_at at time zone ${timezone} as at from crm_leads lead
        where lead.integration_id = asked.id and lead.arrived_at >= asked."from" and lead.arrived_at < asked.before
        order by lead.arrived_at desc limit ${mostOrders}
      ) arrived
      group by 1, 2
    ) ordered`;
}

/** What came of a store on one day. */
export interface DayOfDeliveries {
  /** Midnight UTC. */
  day: Date;
  deliveries: number;
  failed: number;
}

const shownDays = 30;

/** How many deliveries came on each of the last thirty days, the oldest first. */
export async function countDays(
  tx: Transaction,
  { timezone }: Pick<Session, "timezone">,
  storeId: string,
  now = new Date(),
): Promise<DayOfDeliveries[]> {
  const today = dayOf(now, timezone);
  const days = Array.from({ length: shownDays }, (_, index) => addDays(today, index + 1 - shownDays));
  const from = startOfDay(days[0] ?? today, timezone);
  // Both counts come from an index: of all, and of those that failed, which are few.
  const counted = await tx.$queryRaw<{ day: Date; deliveries: number; failed: number }[]>`
    select day, sum(deliveries)::int as deliveries, sum(failed)::int as failed from (
      select (received_at at time zone ${timezone})::date as day, count(*) as deliveries, 0 as failed from webhook_deliveries
      where integration_id = ${storeId}::uuid and received_at >= ${from} group by 1
      union all
      select (received_at at time zone ${timezone})::date, 0, count(*) from webhook_deliveries
      where integration_id = ${storeId}::uuid and received_at >= ${from} and status = 'failed' group by 1
    ) counted
    group by day`;
  const byDay = new Map(counted.map((row) => [row.day.getTime(), row]));
  return days.map((day) => {
    const { deliveries = 0, failed = 0 } = byDay.get(day.getTime()) ?? {};
    return { day, deliveries, failed };
  });
}
