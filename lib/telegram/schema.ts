import { z } from "zod";
import { plainText } from "#lib/text/schema.ts";

/** A chat id as Telegram shows it: digits, for a group with a minus. At most 52 bits are significant. */
export const chatIdSchema = z.object({
  chatId: plainText.trim().regex(/^-?[1-9]\d{3,15}$/, "chatIdInvalid"),
});

export type ChatIdInput = z.input<typeof chatIdSchema>;
