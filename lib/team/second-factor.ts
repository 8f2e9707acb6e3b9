import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { SecondFactorRule } from "#lib/team/schema.ts";

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
