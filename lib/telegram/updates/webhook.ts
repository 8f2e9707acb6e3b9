import "server-only";
import { timingSafeEqual } from "node:crypto";
import { readBody } from "#lib/base/http/body.ts";
import { log } from "#lib/base/log.ts";
import { isTelegramOn, webhookSecret } from "#lib/telegram/bot.ts";
import { loggedFailure } from "#lib/telegram/failure.ts";
import { handleUpdate } from "#lib/telegram/updates/handle.ts";

/** No update that Astra asks for is longer; a message of Telegram's has 4,096 characters. */
const body = { limit: 256 * 1024, milliseconds: 10_000 };

/**
 * Receives an update that Telegram posts. What is answered with 200 never comes again; anything else is sent once more, a little later.
 *
 * @returns the status to answer
 */
export async function receiveUpdate(request: Request): Promise<number> {
  if (!isTelegramOn() || !knowsSecret(request.headers.get("x-telegram-bot-api-secret-token"))) return 401;
  const bytes = await readBody(request, body);
  if (!Buffer.isBuffer(bytes)) return bytes === "too_large" ? 413 : 408;
  const update = parse(bytes);
  if (update === undefined) return 400;
  try {
    return (await handleUpdate(update)) === "busy" ? 503 : 200;
  } catch (error) {
    log.error(loggedFailure(error), "an update of Telegram's could not be handled (yet)");
    return 500;
  }
}

/** Compared in constant time. */
function knowsSecret(given: string | null): boolean {
  const expected = Buffer.from(webhookSecret());
  const told = Buffer.from(given ?? "");
  return told.length === expected.length && timingSafeEqual(told, expected);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
