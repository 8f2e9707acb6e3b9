import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { WorkingHours } from "#lib/base/time/working-hours.ts";
import { type CallRules, defaultCallRules } from "#lib/leads/model.ts";
import { callRulesSchema } from "#lib/leads/schema.ts";

/** The workspace's rule for leads that give no answer. */
export function getCallRules(session: Session): Promise<CallRules> {
  return forUser(session, (tx) => loadCallRules(tx, session));
}

/** The same within a transaction, with the hours that the next try falls into; what was never set is the default. */
export async function loadCallRules(tx: Transaction, session: Session): Promise<CallRules> {
  const workspace = await tx.workspace.findUnique({
    where: { id: session.workspace.id },
    select: { callRules: true, workingHours: true, timezone: true },
  });
  const rules = callRulesSchema.safeParse(workspace?.callRules).data ?? defaultCallRules;
  // The database lets in nothing else.
  const hours = (workspace?.workingHours ?? {}) as WorkingHours;
  return { ...rules, workTime: { hours, timezone: workspace?.timezone ?? "UTC" } };
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
