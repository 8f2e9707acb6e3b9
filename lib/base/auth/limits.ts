import "server-only";
import { createHash } from "node:crypto";
import { UserError } from "#lib/base/auth/user-error.ts";
import { consume, type Limit, reward } from "#lib/base/http/rate-limit.ts";

const quarterHour = 15 * 60;

/** What one network address may try, whatever the account. */
export const perAddress: Limit = { name: "sign-in-address", points: 60, seconds: quarterHour };

/** Wrong passwords count for an account and an address together, so that a stranger's guesses shut out the stranger alone. */
export const perAccount: Limit = { name: "sign-in-account", points: 8, seconds: quarterHour };

export const perReset: Limit = { name: "password-reset", points: 4, seconds: 60 * 60 };

/** What anybody may have mailed to one inbox; beyond it nothing is sent, since the links that it holds still work. */
export const perInbox: Limit = { name: "password-mail", points: 10, seconds: 60 * 60 };

export const perPresentPassword: Limit = { name: "present-password", points: 8, seconds: quarterHour };

/** Wrong codes of a second factor count for the account alone: whoever tries them knows its password. Three of a million codes are right at a time. */
export const perCode: Limit = { name: "code", points: 8, seconds: quarterHour };
export const perCodeOfDay: Limit = { name: "code-day", points: 60, seconds: 24 * 60 * 60 };

/** Wrong recovery codes count for an account and an address together. */
export const perRecoveryCode: Limit = { name: "recovery-code", points: 8, seconds: quarterHour };

/**
 * Uses up one point of a limit.
 *
 * @throws UserError when none is left
 */
export async function spend(limit: Limit, ...whose: string[]): Promise<void> {
  const seconds = await consume(limit, keyOf(whose));
  if (seconds > 0) throw new UserError("tooManyAttempts", { values: { minutes: Math.ceil(seconds / 60) } });
}

/** Gives a point back that was spent on what was no attempt. */
export async function giveBack(limit: Limit, ...whose: string[]): Promise<void> {
  await reward(limit, keyOf(whose));
}

/** Of any length, and nobody's address to read in a table of counters. */
export function keyOf(whose: string[]): string {
  return createHash("sha256").update(JSON.stringify(whose)).digest("base64url");
}
