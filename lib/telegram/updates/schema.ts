import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";

const chat = z.object({
  id: z.int(),
  type: z.enum(["private", "group", "supergroup", "channel"]),
  title: plainText.default(""),
});

const sender = z.object({ id: z.int(), language_code: plainText.max(35).optional() });

const message = z.object({
  message_id: z.int(),
  chat,
  from: sender.optional(),
  text: plainText.optional(),
  /** The id of the supergroup that this group has become. */
  migrate_to_chat_id: z.int().optional(),
});

const callbackQuery = z.object({
  id: plainText,
  from: sender,
  data: plainText.max(64).optional(),
  message: z.object({ message_id: z.int(), chat }).optional(),
});

/** What Telegram sends, as far as Astra understands it. Source: core.telegram.org/bots/api, "Update". */
export const updateSchema = z.object({
  update_id: z.int(),
  message: message.optional(),
  callback_query: callbackQuery.optional(),
});

/** The kinds that Astra asks for. */
export const allowedUpdates = ["message", "callback_query"] as const;

export type TelegramUpdate = z.output<typeof updateSchema>;
export type TelegramMessage = z.output<typeof message>;
export type CallbackQuery = z.output<typeof callbackQuery>;
