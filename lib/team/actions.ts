"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, publicAction } from "#lib/base/auth/action.ts";
import { addressOfClient } from "#lib/base/auth/address-of-client.ts";
import { chooseWorkspace } from "#lib/base/auth/chosen-workspace.ts";
import { noteSignIn } from "#lib/base/auth/note-sign-in.ts";
import { startPage } from "#lib/base/auth/permissions.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { acceptInvitation } from "#lib/team/acceptance.ts";
import { activateMember, changeRole, deactivateMember } from "#lib/team/commands.ts";
import { invite, renewInvitation, withdrawInvitation } from "#lib/team/invitations.ts";
import {
  acceptanceSchema,
  deactivationSchema,
  factorRemovalSchema,
  invitationIdSchema,
  invitationSchema,
  memberIdSchema,
  roleChangeSchema,
  secondFactorRuleSchema,
  workspaceIdSchema,
} from "#lib/team/schema.ts";
import { changeSecondFactorRule, turnOffSecondFactorOf } from "#lib/team/second-factor.ts";
import { beginViewing, endViewing } from "#lib/team/viewing.ts";

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

export const changeRoleAction = action({
  schema: roleChangeSchema,
  permission: "team.write",
  run: refreshing(changeRole),
});

export const changeSecondFactorRuleAction = action({
  schema: secondFactorRuleSchema,
  permission: "workspace.write",
  run: refreshing(changeSecondFactorRule),
});

export const turnOffSecondFactorOfAction = action({
  schema: factorRemovalSchema,
  permission: "team.write",
  run: refreshing(turnOffSecondFactorOf),
});

export const inviteAction = action({
  schema: invitationSchema,
  permission: "team.write",
  run: refreshing(invite),
});

export const renewInvitationAction = action({
  schema: invitationIdSchema,
  permission: "team.write",
  run: refreshing(renewInvitation),
});

export const withdrawInvitationAction = action({
  schema: invitationIdSchema,
  permission: "team.write",
  run: refreshing(withdrawInvitation),
});

/** Shows Astra to an admin as a member sees it. */
export const beginViewingAction = action({
  schema: memberIdSchema,
  permission: "team.write",
  run: async (session, member) => {
    const role = await beginViewing(session, member);
    revalidatePath("/", "layout");
    redirect(startPage(role));
  },
});

export const endViewingAction = action({
  schema: z.void(),
  permission: "workspace.read",
  isForViewing: true,
  run: async () => {
    await endViewing();
    revalidatePath("/", "layout");
    redirect("/settings/team");
  },
});

export const acceptInvitationAction = publicAction({
  schema: acceptanceSchema,
  run: async (acceptance) => {
    const { userId, workspaceId, role } = await acceptInvitation(acceptance, await addressOfClient());
    await chooseWorkspace(workspaceId);
    if (!userId) redirect("/login?notice=joinedSignIn");
    await noteSignIn({ userId });
    redirect(startPage(role));
  },
});

/** Goes to another workspace of the person, in this browser; where the person is no member, the choice counts for nothing. */
export const chooseWorkspaceAction = action({
  schema: workspaceIdSchema,
  permission: "profile.write",
  run: async (_session, { workspaceId }) => {
    await chooseWorkspace(workspaceId);
    redirect("/");
  },
});
