import "server-only";
import { sessionDays } from "#lib/base/auth/session-cookie.ts";
import { forSystem } from "#lib/base/db/access.ts";

/** Whoever listens has heard an event by then. */
const daysOfEvents = 7;

/** Removes what is over: counts of attempts that no longer count, sessions that no browser remembers, looks of admins, and events that were told. */
export async function cleanUp(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`delete from rate_limits where expire <= astra.milliseconds_from_now(0)`,
  );
  await forSystem(
    (tx) => tx.$executeRaw`select astra.remove_old_sessions(make_interval(days => ${sessionDays}))`,
  );
  await forSystem((tx) => tx.$executeRaw`delete from viewings where ends_at < now()`);
  await forSystem(
    (tx) =>
      tx.$executeRaw`delete from outbox_events where created_at < now() - make_interval(days => ${daysOfEvents})`,
  );
}
