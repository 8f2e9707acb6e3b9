import { z } from "zod";

/** A chat id as Telegram shows it: digits, for a group with a minus. At most 52 bits are significant. */
export const chatIdSchema = z.object({
  chatId: z
    .string()
    .trim()
    .regex(/^-?[1-9]\d{3,15}$/, "chatIdInvalid"),
});

export type ChatIdInput = z.input<typeof chatIdSchema>;
