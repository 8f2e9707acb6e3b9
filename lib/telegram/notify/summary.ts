import "server-only";
import { memberSession } from "#lib/base/auth/member-session.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { momentAt } from "#lib/base/time/moment.ts";
import { isTelegramOn } from "#lib/telegram/bot.ts";
import { figuresMessage } from "#lib/telegram/figures-message.ts";
import { summaryRange } from "#lib/telegram/model.ts";
import { noteAlertsTold, openAlert } from "#lib/telegram/notify/alert-rows.ts";
import { type NotifyResult, send } from "#lib/telegram/notify/notify.ts";
import { loadPerson } from "#lib/telegram/notify/recipient.ts";
import { nothingToNote } from "#lib/telegram/notify/teller.ts";

/** The summary of a day for a member: `day` is that on which it is sent, in the person's time zone. */
export interface SummaryErrand {
  workspaceId: string;
  userId: string;
  /** "2026-11-30" */
  day: string;
}

/**
 * Sends a member the daily summary, once. It comes at the hour that was chosen for it, quiet or not.
 *
 * @throws when sending failed for a reason that may pass
 */
export async function notifySummary({ workspaceId, userId, day }: SummaryErrand): Promise<NotifyResult> {
  if (!isTelegramOn()) return null;
  const found = await forSystem(async (tx) => {
    const person = await loadPerson(tx, workspaceId, userId);
    return person && { person, alert: await openAlert(tx, person, { kind: "summary", subject: day }) };
  });
  const hour = found?.person.preferences.summaryHour ?? null;
  if (!found || found.alert.isTold || hour === null) return null;
  const { person, alert } = found;
  if (person.pausedUntil && person.pausedUntil > new Date())
    return { retryAt: person.pausedUntil, chatId: person.chatId, isHeld: false };
  const session = await memberSession(userId, workspaceId);
  if (!session) return null;
  const range = summaryRange(hour);
  // A summary that waited over midnight still tells of the day that it was queued on.
  const sentOn = momentAt(new Date(`${day}T00:00:00Z`), "23:59", session.timezone);
  const now = new Date(Math.min(Date.now(), sentOn.getTime()));
  const message = {
    text: await figuresMessage(session, range, now),
    noteTold: (tx: Parameters<typeof noteAlertsTold>[0], messageId: number) =>
      noteAlertsTold(tx, [alert.id], { chatId: person.chatId, messageId }),
    noteStopped: nothingToNote,
  };
  return send(person, message, false);
}
