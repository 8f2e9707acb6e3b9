"use server";

import { refresh } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { setCallRules } from "#lib/leads/call-rules.ts";
import { callRulesSchema } from "#lib/leads/schema.ts";

export const setCallRulesAction = action({
  schema: callRulesSchema,
  permission: "workspace.write",
  run: async (session, rules) => {
    await setCallRules(session, rules);
    refresh();
  },
});
