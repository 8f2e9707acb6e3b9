import "server-only";
import { memberSession } from "#lib/base/auth/member-session.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { log } from "#lib/base/log.ts";
import { fieldsOf } from "#lib/base/time/moment.ts";
import { isTimezone } from "#lib/base/time/zones.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { areMailsOn } from "#lib/mail/transport.ts";
import { mostCurrencies } from "#lib/summary/model.ts";
import { loadDaySummary } from "#lib/summary/queries.ts";
import { unsubscribeToken } from "#lib/summary/unsubscribe.ts";

/** For so many hours a summary is made up for that could not be sent in its own. */
const lateHours = 2;

/** A summary to be mailed. */
interface DueSummary {
  userId: string;
  workspaceId: string;
  /** What it is put up as, once. */
  once: string;
}

/**
 * Puts up the summaries whose hour has come. However many workers ask, each member gets one of each workspace and day, since the database
 * takes the name of a mail once.
 */
export async function queueDueSummaries(now = new Date()): Promise<void> {
  if (!areMailsOn()) return;
  await endRefused();
  for (const due of await findDue(now)) {
    try {
      await queueSummary(due, now);
    } catch (error) {
      // One person's trouble is not the next one's.
      log.error({ err: error, userId: due.userId }, "a summary could not be put up");
    }
  }
}

/** Whose address the mail server refuses for good gets no more, until the person asks for them again. */
async function endRefused(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      update user_settings settings set summary_mail_hour = null
      where settings.summary_mail_hour is not null and exists (
        select from mails mail
        where mail.user_id = settings.user_id and mail.template = 'daySummary' and mail.state = 'refused'
          and mail.error_code = 'addressRefused' and mail.settled_at > settings.updated_at)`,
  );
}

async function findDue(now: Date): Promise<DueSummary[]> {
  return forSystem(async (tx) => {
    const wanted = await tx.$queryRaw<
      { userId: string; workspaceId: string; hour: number; timezone: string }[]
    >`
      select member.user_id as "userId", member.workspace_id as "workspaceId", settings.summary_mail_hour as hour, person.timezone
      from user_settings settings
      join users person on person.id = settings.user_id
      join memberships member on member.user_id = settings.user_id and member.is_active
      where settings.summary_mail_hour is not null`;
    const due = wanted.flatMap(({ userId, workspaceId, hour, timezone }) => {
      if (!isTimezone(timezone)) return [];
      const { day, time } = fieldsOf(now, timezone);
      const late = Number(time.slice(0, 2)) - hour;
      const isDue = late >= 0 && late <= lateHours;
      return isDue ? [{ userId, workspaceId, once: `summary ${userId} ${workspaceId} ${day}` }] : [];
    });
    const names = due.map(({ once }) => once);
    const known = await tx.mail.findMany({ where: { once: { in: names } }, select: { once: true } });
    const isKnown = new Set(known.map(({ once }) => once));
    return due.filter(({ once }) => !isKnown.has(once));
  });
}

async function queueSummary({ userId, workspaceId, once }: DueSummary, now: Date): Promise<void> {
  const session = await memberSession(userId, workspaceId);
  if (!session) return;
  const data = await mailedSummary(session, now);
  const { email: to, locale } = session;
  await forSystem((tx) => queueMail(tx, { to, locale, template: "daySummary", data, userId, once }));
}

/** What the mail is told: the same figures, with whole addresses. */
async function mailedSummary(session: Session, now: Date) {
  const { APP_URL } = env();
  const { day, isToday, href, counts, money, needs } = await loadDaySummary(session, now);
  const whole = <Row extends { href: string }>(rows: Row[]): Row[] =>
    rows.map((row) => ({ ...row, href: `${APP_URL}${row.href}` }));
  return {
    ...{ name: session.name, workspaceName: session.workspace.name, day, isToday },
    ...{ counts: whole(counts), money: whole(money.slice(0, mostCurrencies)), needs: whole(needs) },
    link: `${APP_URL}${href}`,
    unsubscribe: `${APP_URL}/api/unsubscribe?token=${unsubscribeToken(session.userId)}`,
  };
}
