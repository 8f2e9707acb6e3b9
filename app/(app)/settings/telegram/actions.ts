"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "#lib/auth/action.ts";
import { linkChat, sendTestMessage, unlinkChat } from "#lib/telegram/commands.ts";
import { chatIdSchema } from "#lib/telegram/schema.ts";

export const linkChatAction = action({
  schema: chatIdSchema,
  permission: "profile.write",
  run: async (session, { chatId }) => {
    await linkChat(session, chatId);
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
