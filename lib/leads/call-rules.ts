import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { type CallRules, defaultCallRules } from "#lib/leads/model.ts";
import { callRulesSchema } from "#lib/leads/schema.ts";

/** The workspace's rule for leads that give no answer. */
export function getCallRules(session: Session): Promise<CallRules> {
  return forUser(session, (tx) => loadCallRules(tx, session));
}

/** The same within a transaction; what was never set is the default. */
export async function loadCallRules(tx: Transaction, session: Session): Promise<CallRules> {
  const workspace = await tx.workspace.findUnique({
    where: { id: session.workspace.id },
    select: { callRules: true },
  });
  const rules = callRulesSchema.safeParse(workspace?.callRules);
  return rules.success ? rules.data : defaultCallRules;
}

/**
 * Sets the workspace's rule.
 *
 * @throws UserError when the person is no admin
 */
export async function setCallRules(
  session: Session,
  { maxAttempts, retryAfterMinutes }: CallRules,
): Promise<void> {
  await forUser(session, async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: session.workspace.id },
      data: { callRules: { maxAttempts, retryAfterMinutes } },
    });
    if (count === 0) throw new UserError("forbidden");
  });
}
