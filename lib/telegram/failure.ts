import { GrammyError } from "grammy";

/** Why a chat can't be reached. */
export type StopReason = "blocked" | "deactivated" | "kicked" | "notFound";

/**
 * What a failed call to the Bot API means for the chat it was meant for.
 * - `wait`: nothing was sent; Telegram wants `seconds` of quiet.
 * - `moved`: the group became a supergroup with another id.
 * - `stopped`: this chat can't be reached until its owner does something.
 * - `retry`: the network, Telegram or our own token failed; the chat is not to blame.
 */
export type TelegramFailure =
  | { kind: "wait"; seconds: number }
  | { kind: "moved"; chatId: number }
  | { kind: "stopped"; reason: StopReason }
  | { kind: "retry" };

/** Reads an error of the Bot API. Source: core.telegram.org/bots/api, "Making requests", and tdlib/telegram-bot-api. */
export function readFailure(error: unknown): TelegramFailure {
  if (!(error instanceof GrammyError)) return { kind: "retry" };
  const { error_code: code, description, parameters } = error;
  if (code === 429) return { kind: "wait", seconds: Math.max(1, parameters.retry_after ?? 1) };
  if (code === 400 && parameters.migrate_to_chat_id)
    return { kind: "moved", chatId: parameters.migrate_to_chat_id };
  if (code === 400 && /chat not found/i.test(description)) return { kind: "stopped", reason: "notFound" };
  if (code !== 403) return { kind: "retry" };
  if (/deactivated/i.test(description)) return { kind: "stopped", reason: "deactivated" };
  if (/kicked|not a member/i.test(description)) return { kind: "stopped", reason: "kicked" };
  return { kind: "stopped", reason: "blocked" };
}
