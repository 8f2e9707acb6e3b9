import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import { proveAgain } from "#lib/base/auth/second-factor/proof.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { currentAddress } from "#lib/base/request-context.ts";
import type { FactorRemoval, SecondFactorRule } from "#lib/team/schema.ts";

/** Whether the workspace's admins have to sign in with a second factor, and whether who asks may change that: who has none would be shut out by it. */
export async function loadSecondFactorRule(
  session: Session,
): Promise<{ isRequired: boolean; mayChange: boolean }> {
  const [rule] = await forUser(
    session,
    (tx) => tx.$queryRaw<{ isRequired: boolean; hasOwn: boolean }[]>`
      select second_factor_for_admins as "isRequired", coalesce(astra.wanted_factor() = 'code', false) as "hasOwn"
      from workspaces where id = ${session.workspace.id}::uuid`,
  );
  return {
    isRequired: rule?.isRequired ?? false,
    mayChange: (rule?.hasOwn ?? false) && session.aal === "aal2",
  };
}

/**
 * Changes it. It counts at the next click of every admin, in sessions that are open, too.
 *
 * @throws UserError when who changes it has no second factor: the rule would shut out the one who made it
 */
export async function changeSecondFactorRule(
  session: Session,
  { isRequired }: SecondFactorRule,
): Promise<void> {
  if (!(await loadSecondFactorRule(session)).mayChange) throw new UserError("secondFactorMissing");
  await forUser(session, (tx) =>
    tx.workspace.updateMany({
      where: { id: session.workspace.id },
      data: { secondFactorForAdmins: isRequired },
    }),
  );
}

/** Why the database leaves a second factor where it is (astra.remove_second_factor_of). */
const refusals = {
  member: "notFoundMember",
  elsewhere: "factorOfOthersToo",
  off: "memberFactorGone",
} as const;

/**
 * Takes the second factor of a member away who has lost the phone and the recovery codes; the member's sessions end, and a mail says who did it. The
 * password stays the member's own, so whoever does this can't sign in as the member.
 *
 * @throws UserError when the proof is wrong or its attempts are used up, there is no such active member or no second factor, or the person works in a
 * workspace, too, of which who asks is no admin
 */
export async function turnOffSecondFactorOf(
  session: Session,
  { userId, proof }: FactorRemoval,
): Promise<void> {
  if (!can(session.role, "team.write") || userId === session.userId) throw new UserError("forbidden");
  await proveAgain(session, proof);
  // Postgres can't know of the proof: it does this for nobody's token, only for the system.
  const [answer] = await forSystem(
    (tx) => tx.$queryRaw<{ refusal: keyof typeof refusals | null }[]>`
      select astra.remove_second_factor_of(${session.workspace.id}::uuid, ${session.userId}::uuid, ${userId}::uuid,
        ${currentAddress()}) as refusal`,
  );
  if (answer?.refusal) throw new UserError(refusals[answer.refusal]);
}
