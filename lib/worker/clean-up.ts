import "server-only";
import { sessionDays } from "#lib/base/auth/session-cookie.ts";
import { forSystem } from "#lib/base/db/access.ts";

/** Removes what is over: counts of attempts that no longer count, and sessions that no browser remembers. */
export async function cleanUp(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`delete from rate_limits where expire <= astra.milliseconds_from_now(0)`,
  );
  await forSystem(
    (tx) => tx.$executeRaw`select astra.remove_old_sessions(make_interval(days => ${sessionDays}))`,
  );
}
