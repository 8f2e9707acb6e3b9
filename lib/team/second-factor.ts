import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { SecondFactorRule } from "#lib/team/schema.ts";

/** Whether the workspace's admins have to sign in with a second factor. */
export async function loadSecondFactorRule(session: Session): Promise<boolean> {
  const workspace = await forUser(session, (tx) =>
    tx.workspace.findUnique({
      where: { id: session.workspace.id },
      select: { secondFactorForAdmins: true },
    }),
  );
  return workspace?.secondFactorForAdmins ?? false;
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
  if (session.aal !== "aal2") throw new UserError("secondFactorMissing");
  await forUser(session, (tx) =>
    tx.workspace.updateMany({
      where: { id: session.workspace.id },
      data: { secondFactorForAdmins: isRequired },
    }),
  );
}
