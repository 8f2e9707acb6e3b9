import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { consume, type Limit } from "#lib/base/http/rate-limit.ts";
import { log } from "#lib/base/log.ts";
import { hearMessage } from "#lib/telegram/updates/message.ts";
import { press } from "#lib/telegram/updates/press.ts";
import { type TelegramUpdate, updateSchema } from "#lib/telegram/updates/schema.ts";

/** How often one account of Telegram is heard. */
const heard: Limit = { name: "telegram-heard", points: 30, seconds: 60 };

/**
 * What became of an update: `handled` now or before, `ignored` because it is nothing that Astra knows, or `busy`: it is being handled, or
 * whoever did has died within the last minute, so it is to be sent again.
 */
export type Handled = "handled" | "ignored" | "busy";

/**
 * Handles an update of Telegram's, by whichever way it came: once, however often it is sent.
 *
 * @throws when it could not be handled for a reason that may pass; it is then as if it had never come
 */
export async function handleUpdate(body: unknown): Promise<Handled> {
  const read = updateSchema.safeParse(body);
  if (!read.success) {
    log.warn(
      { fields: read.error.issues.map(({ path }) => path.join(".")) },
      "an update of Telegram's was not understood",
    );
    return "ignored";
  }
  const update = read.data;
  const taken = await take(update.update_id);
  if (taken !== "taken") return taken;
  try {
    await dispatch(update);
  } catch (error) {
    await giveBack(update.update_id);
    throw error;
  }
  await forSystem(
    (tx) =>
      tx.$executeRaw`update telegram_updates set handled_at = now() where update_id = ${update.update_id}`,
  );
  return "handled";
}

async function dispatch({
  update_id: updateId,
  message,
  callback_query: query,
}: TelegramUpdate): Promise<void> {
  const from = message?.from ?? query?.from;
  // Anybody may write to a bot: who does without end is not heard.
  if (from && (await consume(heard, String(from.id))) > 0) return;
  if (message) await hearMessage(message);
  if (query) await press(query, updateId);
}

async function take(updateId: number): Promise<"taken" | "handled" | "busy"> {
  return forSystem(async (tx) => {
    const taken = await tx.$queryRaw<unknown[]>`
      insert into telegram_updates as known (update_id) values (${updateId})
      on conflict (update_id) do update set taken_at = now()
      where known.handled_at is null and known.taken_at < now() - interval '1 minute'
      returning 1`;
    if (taken.length > 0) return "taken";
    const known = await tx.telegramUpdate.findUnique({ where: { updateId } });
    return known?.handledAt ? "handled" : "busy";
  });
}

async function giveBack(updateId: number): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`delete from telegram_updates where update_id = ${updateId} and handled_at is null`,
  );
}
