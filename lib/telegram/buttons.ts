import { createHmac, timingSafeEqual } from "node:crypto";
import type { InlineKeyboardButton } from "grammy/types";
import type { Session } from "#lib/base/auth/session.ts";
import { env } from "#lib/base/env.ts";
import { isWorkingMoment } from "#lib/base/time/working-hours.ts";
import { callBackTimes } from "#lib/leads/call-back-times.ts";
import { isPublicAddress } from "#lib/telegram/bot.ts";
import { keyFor } from "#lib/telegram/keys.ts";
import type { BotTranslator } from "#lib/telegram/message-text.ts";

/** Rows of buttons under a message. */
export type Keyboard = InlineKeyboardButton[][];

/** What a button does, and how what it carries says it: Telegram leaves 64 bytes. */
const codes = {
  confirmed: "c",
  no_answer: "n",
  rejected: "r",
  /** Leads on to the times. */
  callBack: "b",
  inOneHour: "h",
  thisEvening: "e",
  tomorrow: "t",
  /** Leads back from them. */
  back: "m",
} as const;
export type ButtonAct = keyof typeof codes;

/** A button that was pressed: what it does, and with which alert. */
export interface Button {
  act: ButtonAct;
  alertId: string;
}

/** What a button carries: what it does, the alert (22 characters), and a signature over both (16). */
export function writeButton({ act, alertId }: Button): string {
  const said = `${codes[act]}${Buffer.from(alertId.replaceAll("-", ""), "hex").toString("base64url")}`;
  return `${said}.${signatureOf(said)}`;
}

/** Reads what a button carried; null when Astra did not write it. */
export function readButton(data: string): Button | null {
  const [said = "", signature = ""] = data.split(".");
  const expected = Buffer.from(signatureOf(said));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const act = (Object.keys(codes) as ButtonAct[]).find((one) => codes[one] === said[0]);
  const hex = Buffer.from(said.slice(1), "base64url").toString("hex");
  if (!act || hex.length !== 32) return null;
  return { act, alertId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}

function signatureOf(said: string): string {
  return createHmac("sha256", keyFor("telegram buttons")).update(said).digest("base64url").slice(0, 16);
}

/** The buttons under an alert. */
export function leadKeyboard(alertId: string, leadId: string, t: BotTranslator): Keyboard {
  const button = (act: ButtonAct, text: string) => ({ text, callback_data: writeButton({ act, alertId }) });
  return [
    [button("confirmed", t("buttons.confirm")), button("no_answer", t("buttons.noAnswer"))],
    [button("callBack", t("buttons.callBack")), button("rejected", t("buttons.reject"))],
    ...openKeyboard(leadId, t),
  ];
}

/** The times to choose from for a call back, as far as they lie in the workspace's working hours; an evening that has begun is left out. */
export function timesKeyboard(
  alertId: string,
  t: BotTranslator,
  { now, caller }: { now: Date; caller: Caller },
): Keyboard {
  const { inOneHour, thisEvening, isTomorrow } = timesOf(now, caller);
  const button = (act: ButtonAct, text: string) => ({ text, callback_data: writeButton({ act, alertId }) });
  const soon = [
    ...(inOneHour ? [button("inOneHour", t("buttons.inOneHour"))] : []),
    ...(thisEvening ? [button("thisEvening", t("buttons.thisEvening"))] : []),
  ];
  const next = t(isTomorrow ? "buttons.tomorrow" : "buttons.nextWorkingDay");
  return [...(soon.length > 0 ? [soon] : []), [button("tomorrow", next), button("back", t("buttons.back"))]];
}

/** The button that opens the lead, where Telegram can: it takes no address of a machine's own. */
export function openKeyboard(leadId: string, t: BotTranslator): Keyboard {
  const url = `${env().APP_URL}/leads/${leadId}`;
  return isPublicAddress(url) ? [[{ text: t("openLead"), url }]] : [];
}

/** Whose call it will be: the clock is the person's, the working hours are the workspace's. */
export type Caller = Pick<Session, "timezone"> & {
  workspace: Pick<Session["workspace"], "timezone" | "workingHours">;
};

/** Whether a button names a time. */
export function isTimeAct(act: ButtonAct): act is "inOneHour" | "thisEvening" | "tomorrow" {
  return act === "inOneHour" || act === "thisEvening" || act === "tomorrow";
}

/** When a call back that was chosen is due; null when that time is not offered (any more). */
export function callBackTime(
  act: "inOneHour" | "thisEvening" | "tomorrow",
  now: Date,
  caller: Caller,
): Date | null {
  const { inOneHour, thisEvening, nextMorning } = timesOf(now, caller);
  return { inOneHour, thisEvening, tomorrow: nextMorning }[act];
}

function timesOf(now: Date, { timezone, workspace }: Caller) {
  const workTime = { hours: workspace.workingHours ?? {}, timezone: workspace.timezone };
  const inOneHour = new Date(now.getTime() + 3_600_000);
  return {
    ...callBackTimes(now, timezone, workTime),
    inOneHour: isWorkingMoment(inOneHour, workTime) ? inOneHour : null,
  };
}
