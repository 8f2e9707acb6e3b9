import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";

/** A chat id as Telegram shows it: digits, for a group with a minus. At most 52 bits are significant. */
export const chatIdSchema = z.object({
  chatId: plainText.trim().regex(/^-?[1-9]\d{3,15}$/, "chatIdInvalid"),
});

/** A chat, and the code that was sent to it. */
export const chatProofSchema = chatIdSchema.extend({
  code: plainText.trim().regex(/^\d{4}\s?\d{4}$/, "chatCodeInvalid"),
});

export type ChatProof = z.output<typeof chatProofSchema>;
