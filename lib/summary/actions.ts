"use server";

import { action, publicAction } from "#lib/base/auth/action.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { changeSummaryMail } from "#lib/summary/commands.ts";
import { summaryMailSchema, unsubscribeSchema } from "#lib/summary/schema.ts";
import { unsubscribe } from "#lib/summary/unsubscribe.ts";

export const changeSummaryMailAction = action({
  schema: summaryMailSchema,
  permission: "profile.write",
  run: refreshing(changeSummaryMail),
});

export const unsubscribeAction = publicAction({
  schema: unsubscribeSchema,
  run: async ({ token }) => {
    if (!(await unsubscribe(token))) throw new UserError("unsubscribeLinkWrong");
  },
});
