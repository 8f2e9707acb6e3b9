import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { forSystem } from "#lib/base/db/access.ts";
import { isTelegramOn, telegram } from "#lib/telegram/bot.ts";
import { sentInLastMinute } from "#lib/telegram/notify/alert-rows.ts";
import { recipientOf, silentRecipientOf, waitingErrands } from "#lib/telegram/notify/errands.ts";
import { failuresTogether } from "#lib/telegram/notify/failures.ts";
import { callAlone, callsTogether, newLeadAlone, newLeadsTogether } from "#lib/telegram/notify/leads.ts";
import { noteDropped } from "#lib/telegram/notify/not-told.ts";
import type { Recipient } from "#lib/telegram/notify/recipient.ts";
import { silenceMessage } from "#lib/telegram/notify/silence.ts";
import { stockTogether } from "#lib/telegram/notify/stock.ts";
import type { Errand, NotifyTask, Outgoing, Section } from "#lib/telegram/notify/teller.ts";
import { quietEnd } from "#lib/telegram/quiet.ts";
import { settleFailure } from "#lib/telegram/settle-failure.ts";

/** Telegram lets about one message a second into one chat. Source: "Bots FAQ". */
const pauseBetweenMessages = 1_000;

/** More than so many messages in a minute are a burst: what comes beyond is told in one, once the minute is over. */
const mostInMinute = 5;

/** For so long after quiet hours all that waits is what came in them. Milliseconds. */
const justNow = 120_000;

/** When the job is to be run again, and whether it was held back, so that what has come meanwhile is told in one message; null when it is done. */
export type NotifyResult = { retryAt: Date; chatId: number; isHeld: boolean } | null;

/**
 * Runs an errand: tells somebody of something, once. What is told is noted when it was sent, so that an errand that failed halfway tells it again
 * and one that did not finds nothing to tell. The jobs of one chat run one after another, so a pause here paces the chat.
 *
 * @param isHeld whether the errand was held back before
 * @throws when sending failed for a reason that may pass; the job is then tried again with back-off
 */
export async function notify(errand: Errand, isHeld: boolean): Promise<NotifyResult> {
  if (!isTelegramOn()) return null;
  const recipient = await recipientOf(errand);
  if (!recipient) {
    await noteDropped(errand);
    return tellSilence(errand, isHeld);
  }
  const { chatId, pausedUntil, preferences, timezone } = recipient;
  const now = new Date();
  if (pausedUntil && pausedUntil > now) return { retryAt: pausedUntil, chatId, isHeld };
  const alone = await tellAlone(recipient, errand);
  if (!alone) return null;
  const end = quietEnd(preferences, timezone, now);
  if (end) return { retryAt: end, chatId, isHeld: true };
  const together = await tellTogether(recipient, errand);
  const isBurst = countOf(together) > mostInMinute;
  const wasQuiet = quietEnd(preferences, timezone, new Date(now.getTime() - justNow)) !== null;
  if (isBurst || ((isHeld || wasQuiet) && countOf(together) > 1))
    return send(recipient, joined(together), isHeld);
  const sent = await forSystem((tx) => sentInLastMinute(tx, chatId));
  const first = sent.at(-mostInMinute);
  if (first) return { retryAt: new Date(first.getTime() + 60_000), chatId, isHeld: true };
  return send(recipient, alone, isHeld);
}

/** Tells somebody who is told nothing, since a second factor is owed, that it is so: once, and nothing else. */
async function tellSilence(errand: Errand, isHeld: boolean): Promise<NotifyResult> {
  const person = await silentRecipientOf(errand);
  if (!person) return null;
  const { chatId, pausedUntil, preferences, timezone } = person;
  const message = await silenceMessage(person);
  if (!message) return null;
  const now = new Date();
  if (pausedUntil && pausedUntil > now) return { retryAt: pausedUntil, chatId, isHeld };
  const end = quietEnd(preferences, timezone, now);
  return end ? { retryAt: end, chatId, isHeld: true } : send(person, message, isHeld);
}

/** The message for an errand alone; null when there is nothing (any more) to tell, or nobody wants to hear it. */
function tellAlone(recipient: Recipient, { task, subject }: Errand): Promise<Outgoing | null> {
  switch (task) {
    case "notify-new-lead":
    case "notify-group":
      return newLeadAlone(recipient, subject);
    case "notify-others-lead":
      return newLeadAlone(recipient, leadOf(subject));
    case "notify-call-back":
      return callAlone(recipient, subject);
    case "notify-stock":
      return stockTogether(recipient, true);
    case "notify-failures":
      return failuresTogether(recipient);
  }
}

/** All that is to be told in the chat now, in parts. */
async function tellTogether(recipient: Recipient, errand: Errand): Promise<Section[]> {
  const waiting = await forSystem((tx) => waitingErrands(tx, recipient.chatId, errand));
  const errands = [errand, ...waiting];
  const subjects = (task: NotifyTask) =>
    errands.filter((one) => one.task === task).map(({ subject }) => subject);
  const isAsked = (task: NotifyTask) => subjects(task).length > 0;
  const leads =
    recipient.userId === null
      ? subjects("notify-group")
      : [...subjects("notify-new-lead"), ...othersLeads(subjects("notify-others-lead"), recipient.userId)];
  const sections = [
    leads.length > 0 ? await newLeadsTogether(recipient, leads) : null,
    isAsked("notify-call-back") ? await callsTogether(recipient, subjects("notify-call-back")) : null,
    isAsked("notify-stock") ? await stockTogether(recipient, false) : null,
    isAsked("notify-failures") ? await failuresTogether(recipient) : null,
  ];
  return sections.filter((section) => section !== null);
}

/** The leads of others that one person is to hear of: a chat may be of several accounts. */
function othersLeads(subjects: string[], userId: string): string[] {
  return subjects.filter((subject) => subject.endsWith(`:${userId}`)).map(leadOf);
}

/** The lead of a subject that names whom to tell besides. */
function leadOf(subject: string): string {
  return subject.split(":")[0] ?? "";
}

function countOf(sections: Section[]): number {
  return sections.reduce((sum, { count }) => sum + count, 0);
}

/** One message of several parts. */
function joined(sections: Section[]): Outgoing {
  return {
    text: sections.map(({ text }) => text).join("\n\n"),
    noteTold: async (tx, messageId) => {
      for (const { noteTold } of sections) await noteTold(tx, messageId);
    },
    noteStopped: async (tx, reason) => {
      for (const { noteStopped } of sections) await noteStopped(tx, reason);
    },
  };
}

/** Sends a message now, and notes what it told. */
export async function send(recipient: Recipient, message: Outgoing, isHeld: boolean): Promise<NotifyResult> {
  const { text, keyboard = [] } = message;
  try {
    const { message_id: messageId } = await telegram().sendMessage(recipient.chatId, text, {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
    });
    await forSystem((tx) => message.noteTold(tx, messageId));
    await sleep(pauseBetweenMessages);
    return null;
  } catch (error) {
    const settled = await settleFailure(error, recipient, message.noteStopped);
    return settled && { ...settled, isHeld };
  }
}
