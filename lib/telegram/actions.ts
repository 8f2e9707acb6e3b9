"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "#lib/base/auth/action.ts";
import { linkChat, sendChatCode, sendTestMessage, unlinkChat } from "#lib/telegram/commands.ts";
import { chatIdSchema, chatProofSchema } from "#lib/telegram/schema.ts";

export const sendChatCodeAction = action({
  schema: chatIdSchema,
  permission: "profile.write",
  run: (session, { chatId }) => sendChatCode(session, chatId),
});

export const linkChatAction = action({
  schema: chatProofSchema,
  permission: "profile.write",
  run: async (session, proof) => {
    await linkChat(session, proof);
    revalidatePath("/settings/telegram");
  },
});

export const unlinkChatAction = action({
  schema: z.void(),
  permission: "profile.write",
  run: async (session) => {
    await unlinkChat(session);
    revalidatePath("/settings/telegram");
  },
});

export const sendTestMessageAction = action({
  schema: z.void(),
  permission: "profile.write",
  run: async (session) => {
    await sendTestMessage(session);
    revalidatePath("/settings/telegram");
  },
});
