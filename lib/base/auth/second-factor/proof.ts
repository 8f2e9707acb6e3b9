import "server-only";
import { knowsPassword } from "#lib/base/auth/knows-password.ts";
import { giveBack, keyOf, perPresentPassword, spend } from "#lib/base/auth/limits.ts";
import { giveCode } from "#lib/base/auth/second-factor/code.ts";
import { codeSchema } from "#lib/base/auth/second-factor/schema.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { release } from "#lib/base/http/rate-limit.ts";

/**
 * Has the person prove once more to be the person, before something that whoever sits at an open browser must not do.
 *
 * @param proof the password, or a code of the second factor
 * @throws UserError when it is wrong, the attempts are used up, or the auth server is away
 */
export async function proveAgain({ userId, email }: Session, proof: string): Promise<void> {
  const asCode = codeSchema.shape.code.safeParse(proof);
  if (asCode.success) return giveCode(userId, asCode.data).catch(inField);
  return proveByPassword({ userId, email }, proof);
}

/**
 * Has the person prove to be the person by the password alone, where there is no second factor yet.
 *
 * @throws UserError when it is wrong, the attempts are used up, or the auth server is away
 */
export async function proveByPassword(
  { userId, email }: Pick<Session, "userId" | "email">,
  proof: string,
): Promise<void> {
  await spend(perPresentPassword, userId);
  const isTheirs = await knowsPassword({ email, password: proof }).catch(async (error: unknown) => {
    await giveBack(perPresentPassword, userId);
    throw error;
  });
  if (!isTheirs) throw new UserError("proofWrong", { field: "proof" });
  await release(perPresentPassword, keyOf([userId]));
}

function inField(error: unknown): never {
  if (error instanceof UserError && error.field === "code")
    throw new UserError(error.key, { field: "proof", values: error.values });
  throw error;
}
