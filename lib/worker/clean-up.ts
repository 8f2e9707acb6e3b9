import "server-only";
import { knownBrowserDays, sessionDays } from "#lib/base/auth/session-cookie.ts";
import { forSystem } from "#lib/base/db/access.ts";

/** Whoever listens has heard an event by then. */
const daysOfEvents = 7;

/** For so long an admin sees what became of a mail, and a day's summary is known to have been sent. */
const daysOfMails = 30;

/** What a button under a message could still do after so long, the list does better. */
const daysOfAlerts = 30;

/** Telegram sends nothing again after a day. */
const daysOfUpdates = 2;

/**
 * Removes what is over: counts of attempts that no longer count, sessions that no browser remembers, browsers that nobody signs in with, looks of
 * admins, events that were told, merges that stay, mails that were settled, and what no chat can ask for any more.
 */
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
      tx.$executeRaw`delete from known_browsers where seen_at < now() - make_interval(days => ${knownBrowserDays})`,
  );
  await forSystem(
    (tx) =>
      tx.$executeRaw`delete from outbox_events where created_at < now() - make_interval(days => ${daysOfEvents})`,
  );
  // No longer than they can be taken back (astra.undo_merge): they hold what the buyers were.
  await forSystem(
    (tx) => tx.$executeRaw`delete from customer_merges where created_at < now() - interval '1 day'`,
  );
  await forSystem(
    (tx) =>
      tx.$executeRaw`delete from mails where settled_at < now() - make_interval(days => ${daysOfMails})`,
  );
  await forSystem(
    (tx) =>
      tx.$executeRaw`delete from telegram_alerts where updated_at < now() - make_interval(days => ${daysOfAlerts})`,
  );
  await forSystem(
    (tx) =>
      tx.$executeRaw`delete from telegram_updates where taken_at < now() - make_interval(days => ${daysOfUpdates})`,
  );
  await forSystem((tx) => tx.$executeRaw`delete from telegram_links where expires_at < now()`);
}
