import "server-only";
import { sessionDays } from "#lib/base/auth/session-cookie.ts";
import { forSystem } from "#lib/base/db/access.ts";

/** Whoever listens has heard an event by then. */
const daysOfEvents = 7;

/** Removes what is over: counts of attempts that no longer count, sessions that no browser remembers, events that were told, and merges that stay. */
export async function cleanUp(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`delete from rate_limits where expire <= astra.milliseconds_from_now(0)`,
  );
  await forSystem(
    (tx) => tx.$executeRaw`select astra.remove_old_sessions(make_interval(days => ${sessionDays}))`,
  );
  await forSystem(
    (tx) =>
      tx.$executeRaw`delete from outbox_events where created_at < now() - make_interval(days => ${daysOfEvents})`,
  );
  // No longer than they can be taken back (astra.undo_merge): they hold what the buyers were.
  await forSystem(
    (tx) => tx.$executeRaw`delete from customer_merges where created_at < now() - interval '1 day'`,
  );
}
