"use server";

import { z } from "zod";
import { action } from "#lib/base/auth/action.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import {
  linkChat,
  sendChatCode,
  sendGroupTest,
  sendTestMessage,
  unlinkChat,
  unlinkGroup,
} from "#lib/telegram/commands.ts";
import { createLink } from "#lib/telegram/links.ts";
import { saveGroupPreferences, savePreferences } from "#lib/telegram/preferences.ts";
import {
  chatIdSchema,
  chatProofSchema,
  groupPreferencesSchema,
  preferencesSchema,
} from "#lib/telegram/schema.ts";
import { setUpBot } from "#lib/telegram/set-up.ts";

export const createLinkAction = action({
  schema: z.void(),
  permission: "profile.write",
  run: (session) => createLink(session, "person"),
});

export const createGroupLinkAction = action({
  schema: z.void(),
  permission: "workspace.write",
  run: (session) => createLink(session, "group"),
});

export const sendChatCodeAction = action({
  schema: chatIdSchema,
  permission: "profile.write",
  run: (session, { chatId }) => sendChatCode(session, chatId),
});

export const linkChatAction = action({
  schema: chatProofSchema,
  permission: "profile.write",
  run: refreshing(linkChat),
});

export const unlinkChatAction = action({
  schema: z.void(),
  permission: "profile.write",
  run: refreshing((session) => unlinkChat(session)),
});

export const sendTestMessageAction = action({
  schema: z.void(),
  permission: "profile.write",
  run: refreshing((session) => sendTestMessage(session)),
});

export const savePreferencesAction = action({
  schema: preferencesSchema,
  permission: "profile.write",
  run: refreshing(savePreferences),
});

export const saveGroupPreferencesAction = action({
  schema: groupPreferencesSchema,
  permission: "workspace.write",
  run: refreshing(saveGroupPreferences),
});

export const sendGroupTestAction = action({
  schema: z.void(),
  permission: "workspace.write",
  run: refreshing((session) => sendGroupTest(session)),
});

export const unlinkGroupAction = action({
  schema: z.void(),
  permission: "workspace.write",
  run: refreshing((session) => unlinkGroup(session)),
});

export const setUpBotAction = action({
  schema: z.void(),
  permission: "workspace.write",
  run: refreshing(() => setUpBot()),
});
