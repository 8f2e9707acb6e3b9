import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { methodKeys } from "#lib/stores/answers.ts";
import type { PaymentAnswer, StatusAnswer } from "#lib/stores/schema.ts";

// What is written here counts for the orders that come; the database queues the job that reads past ones again.

/**
 * Notes how a payment method is paid, or that it is to be asked about again.
 *
 * @throws UserError when the store is not the person's to edit
 */
export async function answerPaymentMethod(
  session: Session,
  { id, names, kind }: PaymentAnswer,
): Promise<void> {
  const keys = methodKeys(names);
  const said = JSON.stringify(kind === null ? {} : Object.fromEntries(keys.map((key) => [key, kind])));
  const changed = await forUser(
    session,
    (tx) => tx.$executeRaw`
      update integrations set payment_methods = payment_methods - ${keys}::text[] || ${said}::jsonb
      where id = ${id}::uuid and workspace_id = ${session.workspace.id}::uuid`,
  );
  if (changed === 0) throw new UserError("notFoundStore");
}

/**
 * Notes what a status of the store means, or that nobody knows it any more.
 *
 * @throws UserError when the store is not the person's to edit
 */
export async function answerStatus(session: Session, { id, status, meaning }: StatusAnswer): Promise<void> {
  const said = JSON.stringify(meaning === null ? {} : { [status]: meaning });
  const changed = await forUser(
    session,
    (tx) => tx.$executeRaw`
      update integrations set status_map = status_map - ${status}::text || ${said}::jsonb
      where id = ${id}::uuid and workspace_id = ${session.workspace.id}::uuid`,
  );
  if (changed === 0) throw new UserError("notFoundStore");
}
