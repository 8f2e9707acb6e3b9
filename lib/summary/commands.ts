import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";

/** At which hour the person has the day's summary mailed; null for never. */
export async function loadSummaryMailHour(session: Session): Promise<number | null> {
  const settings = await forUser(session, (tx) =>
    tx.userSettings.findUnique({ where: { userId: session.userId }, select: { summaryMailHour: true } }),
  );
  return settings?.summaryMailHour ?? null;
}

/** Has the day's summary mailed at an hour of the person's own clock, or not any more. */
export async function changeSummaryMail(session: Session, { hour }: { hour: number | null }): Promise<void> {
  const { userId } = session;
  await forUser(session, (tx) =>
    tx.userSettings.upsert({
      where: { userId },
      create: { userId, summaryMailHour: hour },
      update: { summaryMailHour: hour },
      select: { userId: true },
    }),
  );
}
