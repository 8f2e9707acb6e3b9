"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { activateMember, deactivateMember } from "#lib/team/commands.ts";
import { deactivationSchema, memberIdSchema } from "#lib/team/schema.ts";

export const deactivateMemberAction = action({
  schema: deactivationSchema,
  permission: "team.write",
  run: async (session, deactivation) => {
    await deactivateMember(session, deactivation);
    revalidatePath("/settings", "layout");
  },
});

export const activateMemberAction = action({
  schema: memberIdSchema,
  permission: "team.write",
  run: async (session, member) => {
    await activateMember(session, member);
    revalidatePath("/settings", "layout");
  },
});
