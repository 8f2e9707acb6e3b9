import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { addDays } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";

/** What was available of a product at the end of a day, and how much came in on it. */
export interface AvailableDay {
  day: string;
  available: number;
  received: number;
}

const shownDays = 30;

/** The last thirty days in the person's time zone, today the last; reckoned back from what is available now. */
export async function loadAvailableByDay(
  session: Session,
  { id, available }: Pick<ProductRow, "id" | "available">,
  now = new Date(),
): Promise<AvailableDay[]> {
  const today = dayOf(now, session.timezone);
  const moved = await forUser(
    session,
    (tx) => tx.$queryRaw<{ day: string; change: number; received: number }[]>`
      select (move.created_at at time zone ${session.timezone})::date::text as day,
        sum(move.delta - move.reserved_delta)::float8 as change,
        coalesce(sum(move.delta) filter (where move.kind = 'receipt'), 0)::float8 as received
      from stock_movements move
      where move.product_id = ${id}::uuid and move.created_at > now() - make_interval(days => ${shownDays + 2}::int)
      group by 1`,
  );
  const byDay = new Map(moved.map((one) => [one.day, one]));
  const days: AvailableDay[] = [];
  let left = available;
  for (let ago = 0; ago < shownDays; ago++) {
    const date = addDays(today, -ago);
    const day = date.toISOString().slice(0, 10);
    const change = byDay.get(day);
    days.unshift({ day, available: left, received: change?.received ?? 0 });
    left -= change?.change ?? 0;
  }
  return days;
}
