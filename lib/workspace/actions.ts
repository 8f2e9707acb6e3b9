"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { changeWorkspace } from "#lib/workspace/commands.ts";
import { workspaceChangeSchema } from "#lib/workspace/schema.ts";

/** Every page tells of the workspace. */
export const changeWorkspaceAction = action({
  schema: workspaceChangeSchema,
  permission: "workspace.write",
  run: async (session, change) => {
    await changeWorkspace(session, change);
    revalidatePath("/", "layout");
  },
});
