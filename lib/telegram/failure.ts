import { GrammyError, HttpError } from "grammy";
import { type KnownStop, knownStops } from "#lib/telegram/model.ts";

/**
 * What a failed call to the Bot API means for the chat it was meant for.
 * - `wait`: nothing was sent; Telegram wants `seconds` of quiet.
 * - `moved`: the group became a supergroup with another id.
 * - `stopped`: this chat can't be written to until somebody does something, however often it is tried. `reason` is one of `knownStops`,
 *   else Telegram's own words.
 * - `retry`: the network, Telegram or our own token failed; the chat is not to blame.
 */
export type TelegramFailure =
  | { kind: "wait"; seconds: number }
  | { kind: "moved"; chatId: number }
  | { kind: "stopped"; reason: string }
  | { kind: "retry" };

/** Whose refusals we can say in our own words. What stays with Telegram's is shown as it came. */
const words: Record<KnownStop, RegExp> = {
  notFound: /chat not found|PEER_ID_INVALID/i,
  noRights: /rights|(WRITE|SEND_\w+)_FORBIDDEN|CHAT_RESTRICTED/i,
  kicked: /kicked|not a member/i,
  blocked: /blocked|initiate conversation/i,
  deactivated: /(user|account) is deactivated|USER_DEACTIVATED/i,
};

/** Telegram's sentences are short; what is longer comes from something in between. */
const longestReason = 200;

/** Reads an error of the Bot API. Source: core.telegram.org/bots/api, "Making requests", and tdlib/telegram-bot-api. */
export function readFailure(error: unknown): TelegramFailure {
  if (!(error instanceof GrammyError)) return { kind: "retry" };
  const { error_code: code, description, parameters } = error;
  if (code === 429) return { kind: "wait", seconds: Math.max(1, parameters.retry_after ?? 1) };
  if (code === 400 && parameters.migrate_to_chat_id)
    return { kind: "moved", chatId: parameters.migrate_to_chat_id };
  if (code !== 400 && code !== 403) return { kind: "retry" };
  const known = knownStops.find((reason) => words[reason].test(description));
  return { kind: "stopped", reason: known ?? description.slice(0, longestReason) };
}

/** What a log may hold of an error: what Telegram said, and never what was sent to it, which names buyers. */
export function loggedFailure(error: unknown): Record<string, unknown> {
  if (error instanceof GrammyError) {
    const { method, error_code: code, description } = error;
    return { telegram: { method, code, description } };
  }
  // The client's own error holds the request.
  if (error instanceof HttpError) return { telegram: { description: error.message } };
  return { err: error };
}
