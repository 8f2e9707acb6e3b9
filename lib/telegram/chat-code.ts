import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "#lib/telegram/keys.ts";

// The proof that a person reads in a chat: a code that the bot sends there and the person types in. It follows from the person, the chat
// and the time, so nothing has to be kept meanwhile.

const digits = 8;
/** A code is good for one to two of these. Milliseconds. */
const lifetime = 600_000;

/** Whose chat is to be linked. */
export interface ChatClaim {
  userId: string;
  chatId: string;
}

/** The code for a chat, now. */
export function chatCode(claim: ChatClaim, now = Date.now()): string {
  return codeOf(claim, Math.floor(now / lifetime));
}

/** Whether a code is the one that was sent to the chat in the last minutes. */
export function isChatCode(claim: ChatClaim, code: string, now = Date.now()): boolean {
  const period = Math.floor(now / lifetime);
  const given = Buffer.from(code.replace(/\s/g, ""), "utf8");
  return [period, period - 1].reduce((isMatch, one) => {
    const expected = Buffer.from(codeOf(claim, one), "utf8");
    return (given.length === expected.length && timingSafeEqual(given, expected)) || isMatch;
  }, false);
}

function codeOf({ userId, chatId }: ChatClaim, period: number): string {
  const hash = createHmac("sha256", keyFor("telegram chats"))
    .update(`${userId}:${chatId}:${period}`)
    .digest();
  return String(hash.readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, "0");
}
