import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import type { CodStatus } from "#lib/sales/statuses.ts";
import { isReachable } from "#lib/telegram/bot.ts";
import { leadKeyboard, openKeyboard, timesKeyboard } from "#lib/telegram/buttons.ts";
import { loadLeadContent } from "#lib/telegram/lead-content.ts";
import { type Clock, momentText, statusTranslator, translator } from "#lib/telegram/message-text.ts";
import { newLeadMessage } from "#lib/telegram/new-lead-message.ts";
import { loadGroup } from "#lib/telegram/notify/recipient.ts";
import type { ButtonAnswer, PressedAlert } from "#lib/telegram/updates/pressed-alert.ts";
import { changeButtons, changeMessage, type Place } from "#lib/telegram/updates/reply.ts";

/** A message about a lead, and where it is. */
export interface ShownAlert {
  alert: PressedAlert;
  place: Place;
}

/** Shows the times to choose from under the message. */
export async function showTimes({ alert, place }: ShownAlert, session: Session): Promise<void> {
  const t = await translator((await readerOf(alert, session)).locale);
  await changeButtons(place, timesKeyboard(alert.id, t, { now: new Date(), caller: session }));
}

/** Shows what was done, and by whom, in place of the buttons; answers the same in the person's own language. */
export async function showOutcome(
  { alert, place }: ShownAlert,
  session: Session,
  outcome: ButtonAnswer,
): Promise<string> {
  const reader = await readerOf(alert, session);
  const ending = await endingOf(reader, { ...outcome, name: session.name });
  await rewrite({ alert, place }, reader, ending);
  return endingOf(session, { ...outcome, name: session.name });
}

/** Takes the buttons off a message that tells already what became of the lead. */
export async function takeButtonsOff({ alert, place }: ShownAlert, session: Session): Promise<void> {
  const t = await translator((await readerOf(alert, session)).locale);
  await changeButtons(place, openKeyboard(alert.leadId, t));
}

/** Shows the lead as it stands now, as far as the person sees it: with its buttons, or with its status in their place. */
export async function showStanding(
  { alert, place }: ShownAlert,
  session: Session,
  { withButtons }: { withButtons: boolean },
): Promise<void> {
  const reader = await readerOf(alert, session);
  const t = await translator(reader.locale);
  if (withButtons) return changeButtons(place, leadKeyboard(alert.id, alert.leadId, t));
  const lead = await forUser(session, (tx) =>
    tx.lead.findFirst({
      where: { id: alert.leadId, workspaceId: alert.workspaceId },
      select: { codStatus: true },
    }),
  );
  if (!lead) return changeButtons(place, []);
  const statuses = await statusTranslator(reader.locale);
  const status = statuses(`cod.${lead.codStatus as CodStatus}`);
  await rewrite({ alert, place }, reader, t("labelled", { label: t("standsAt"), value: status }));
}

async function rewrite({ alert, place }: ShownAlert, { locale }: Clock, ending: string): Promise<void> {
  const content = await forSystem((tx) => loadLeadContent(tx, alert.leadId));
  if (!content) return;
  const t = await translator(locale);
  const how = { kind: alert.kind, ending, hasLink: !isReachable() };
  await changeMessage(
    place,
    await newLeadMessage(content, locale, env().APP_URL, how),
    openKeyboard(alert.leadId, t),
  );
}

/** Who reads the message: in a group all of it, in its language; else the person. */
async function readerOf({ userId, workspaceId }: PressedAlert, session: Session): Promise<Clock> {
  const group = userId === null ? await forSystem((tx) => loadGroup(tx, workspaceId)) : null;
  return group ?? session;
}

async function endingOf(
  reader: Clock,
  { status, callBackAt, name }: ButtonAnswer & { name: string },
): Promise<string> {
  const t = await translator(reader.locale);
  const time = callBackAt ? momentText(callBackAt, reader) : "none";
  return t("done", { status, name, time });
}
