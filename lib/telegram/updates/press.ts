import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { type ButtonAct, callBackTime, isTimeAct, readButton } from "#lib/telegram/buttons.ts";
import { translator } from "#lib/telegram/message-text.ts";
import { changeByButton, type PressOutcome } from "#lib/telegram/updates/change-lead.ts";
import { languageOf, linkedPeople, sessionIn } from "#lib/telegram/updates/people.ts";
import {
  claimButtons,
  loadPressed,
  noteAnswer,
  type PressedAlert,
  releaseButtons,
} from "#lib/telegram/updates/pressed-alert.ts";
import { answerPress, endPress } from "#lib/telegram/updates/reply.ts";
import type { CallbackQuery } from "#lib/telegram/updates/schema.ts";
import {
  type ShownAlert,
  showOutcome,
  showStanding,
  showTimes,
  takeButtonsOff,
} from "#lib/telegram/updates/show.ts";

/** Why a button does nothing, in a sentence of its own. */
type PressRefusal =
  | "gone"
  | "notLinked"
  | "usedUp"
  | "lostRight"
  | "timePassed"
  | Extract<PressOutcome, { refused: unknown }>["refused"];

/** What is needed to do what a button says. */
interface Press {
  query: CallbackQuery;
  updateId: number;
  act: ButtonAct;
  alert: PressedAlert;
  session: Session;
  shown: ShownAlert;
}

/** Somebody pressed a button under a message of the bot. */
export async function press(query: CallbackQuery, updateId: number): Promise<void> {
  const people = await linkedPeople(query.from.id);
  const t = await translator(languageOf(people, query.from));
  const refuse = (why: PressRefusal) => answerPress(query.id, t(`pressed.${why}`), true);
  const button = readButton(query.data ?? "");
  const alert = button && (await loadPressed(button.alertId));
  if (!alert || !query.message) return refuse("gone");
  if (people.length === 0) return refuse("notLinked");
  const session = await sessionIn(people, alert.workspaceId, alert.userId);
  if (!session || !can(session.role, "leads.write")) return refuse("lostRight");
  const place = { chatId: query.message.chat.id, messageId: query.message.message_id };
  const shown = { alert, place };
  const pressed = { query, updateId, act: button.act, alert, session, shown };
  const isUsedUp = alert.answerUpdate !== null && alert.answerUpdate !== BigInt(updateId);
  if (isUsedUp) return answeredBefore(pressed, refuse);
  if (button.act === "callBack" || button.act === "back") return lead(pressed);
  return change(pressed, refuse);
}

/** Leads on to the times of a call back, or back from them. */
async function lead({ query, act, session, shown }: Press): Promise<void> {
  if (act === "callBack") await showTimes(shown, session);
  else await showStanding(shown, session, { withButtons: true });
  await endPress(query.id);
}

async function change(pressed: Press, refuse: (why: PressRefusal) => Promise<void>): Promise<void> {
  const { query, updateId, act, alert, session, shown } = pressed;
  const callBackAt = isTimeAct(act) ? callBackTime(act, new Date(), session) : null;
  if (isTimeAct(act) && !callBackAt) {
    await showTimes(shown, session);
    return refuse("timePassed");
  }
  const claimed = await claimButtons(alert.id, session.userId, updateId);
  if (!claimed) return answeredBefore(pressed, refuse);
  const outcome = claimed.answer ?? (await makeChange(pressed, callBackAt));
  if (!("refused" in outcome)) return answerPress(query.id, await showOutcome(shown, session, outcome));
  // Whom the lead does not let, somebody else may; where the lead itself is past it, nobody can any more.
  if (outcome.refused === "lostRight" || outcome.refused === "beingCalled") {
    await releaseButtons(alert.id, updateId);
    return refuse(outcome.refused);
  }
  await showStanding(shown, session, { withButtons: false });
  return refuse(outcome.refused);
}

async function makeChange(
  { alert, session, act, updateId }: Press,
  callBackAt: Date | null,
): Promise<PressOutcome> {
  try {
    const outcome = await changeByButton(session, alert, { act, callBackAt });
    if (!("refused" in outcome)) await noteAnswer(alert.id, outcome);
    return outcome;
  } catch (error) {
    await releaseButtons(alert.id, updateId);
    throw error;
  }
}

/** The message says already what became of the lead, or will in a moment. */
async function answeredBefore(
  { shown, session }: Press,
  refuse: (why: PressRefusal) => Promise<void>,
): Promise<void> {
  await takeButtonsOff(shown, session);
  await refuse("usedUp");
}
