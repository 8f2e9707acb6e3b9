import "server-only";
import { createHmac, randomInt } from "node:crypto";
import { type AccountChange, noteAccountChange } from "#lib/base/auth/account-change.ts";
import { keyOf, perRecoveryCode, spend } from "#lib/base/auth/limits.ts";
import { recoveryCodeLength, recoveryCodeSigns } from "#lib/base/auth/second-factor/schema.ts";
import type { Token } from "#lib/base/auth/token.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { type Assurance, forUser, type Person } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { release } from "#lib/base/http/rate-limit.ts";

const howMany = 10;

/**
 * Makes new recovery codes, in place of those that are left.
 *
 * @param person as sure as by a code, who is told of it by mail
 * @param change what they are made for
 * @returns the codes, of which only hashes are kept
 */
export async function replaceRecoveryCodes(
  person: Person & { aal: Assurance },
  change: Extract<AccountChange, "secondFactorOn" | "recoveryCodesReplaced">,
): Promise<string[]> {
  const codes = Array.from({ length: howMany }, makeCode);
  const hashes = codes.map((code) => hashOf(person.userId, code));
  await forUser(person, async (tx) => {
    await tx.$executeRaw`select astra.replace_recovery_codes(${hashes}::text[])`;
    await noteAccountChange(tx, person.userId, change);
  });
  return codes.map(inGroups);
}

/**
 * Uses a recovery code up for a session, which is as sure from then on as by a code of the second factor. Wrong ones count for
 * the account and the network address together, and wrong codes of the app don't count here: nobody guesses 60 bits, and whoever knows the password alone must
 * not keep the person out.
 *
 * @param address the network address that asks
 * @throws UserError when it is wrong or used, or the attempts are used up
 */
export async function giveRecoveryCode(
  { userId, sessionId }: Token,
  code: string,
  address: string,
): Promise<void> {
  await spend(perRecoveryCode, userId, address);
  const [row] = await forUser(
    { userId },
    (tx) => tx.$queryRaw<{ isUsed: boolean }[]>`
      select astra.use_recovery_code(${sessionId}::uuid, ${hashOf(userId, code)}) as "isUsed"`,
  );
  if (!row?.isUsed) throw new UserError("recoveryCodeWrong", { field: "code" });
  await release(perRecoveryCode, keyOf([userId, address]));
}

function makeCode(): string {
  const signs = Array.from(
    { length: recoveryCodeLength },
    () => recoveryCodeSigns[randomInt(recoveryCodeSigns.length)],
  );
  return signs.join("");
}

/** As people read and copy it. */
function inGroups(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** Keyed, so that who reads the table alone can't try 60 bits until they fit; bound to the person. */
function hashOf(userId: string, code: string): string {
  const key = Buffer.from(env().ASTRA_ENCRYPTION_KEY, "base64");
  return createHmac("sha256", key).update(`recovery-code ${userId} ${code}`).digest("base64url");
}
