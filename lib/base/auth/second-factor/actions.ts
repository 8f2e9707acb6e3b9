"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/base/auth/action.ts";
import { addressOfClient } from "#lib/base/auth/address-of-client.ts";
import { noteSignIn } from "#lib/base/auth/note-sign-in.ts";
import { startPage } from "#lib/base/auth/permissions.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { giveCode } from "#lib/base/auth/second-factor/code.ts";
import {
  beginEnrolment,
  finishEnrolment,
  removeSecondFactor,
} from "#lib/base/auth/second-factor/enrolment.ts";
import { proveAgain } from "#lib/base/auth/second-factor/proof.ts";
import { giveRecoveryCode, replaceRecoveryCodes } from "#lib/base/auth/second-factor/recovery-codes.ts";
import {
  codeSchema,
  enrolmentSchema,
  proofSchema,
  recoveryCodeSchema,
} from "#lib/base/auth/second-factor/schema.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { getToken } from "#lib/base/auth/token.ts";
import { UserError } from "#lib/base/auth/user-error.ts";

export const giveCodeAction = action({
  schema: codeSchema,
  permission: "profile.write",
  gives: "code",
  run: async (session, { code, next }) => {
    await giveCode(session.userId, code);
    return letIn(session, next);
  },
});

export const giveRecoveryCodeAction = action({
  schema: recoveryCodeSchema,
  permission: "profile.write",
  gives: "code",
  run: async (session, { code, next }) => {
    const token = await getToken();
    if (!token) throw new UserError("signedOut");
    await giveRecoveryCode(token, code, await addressOfClient());
    return letIn(session, next);
  },
});

async function letIn({ userId, role }: Session, next: string | undefined): Promise<never> {
  await noteSignIn({ userId, aal: "aal2" });
  redirect(next && next !== "/" ? next : startPage(role));
}

export const beginEnrolmentAction = action({
  schema: proofSchema,
  permission: "profile.write",
  gives: "enrolment",
  run: (session, { proof }) => beginEnrolment(session, proof),
});

export const finishEnrolmentAction = action({
  schema: enrolmentSchema,
  permission: "profile.write",
  gives: "enrolment",
  run: (session, enrolment) => finishEnrolment(session, enrolment),
});

/** Answers with the codes, which are shown this once. */
export const replaceRecoveryCodesAction = action({
  schema: proofSchema,
  permission: "profile.write",
  run: refreshing(async (session, { proof }) => {
    await proveAgain(session, proof);
    return replaceRecoveryCodes(session, "recoveryCodesReplaced");
  }),
});

export const removeSecondFactorAction = action({
  schema: proofSchema,
  permission: "profile.write",
  run: refreshing(async (session, { proof }) => {
    await proveAgain(session, proof);
    await removeSecondFactor(session);
  }),
});
