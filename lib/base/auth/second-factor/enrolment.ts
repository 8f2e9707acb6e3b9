import "server-only";
import { noteAccountChange } from "#lib/base/auth/account-change.ts";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { giveCode } from "#lib/base/auth/second-factor/code.ts";
import { proveByPassword } from "#lib/base/auth/second-factor/proof.ts";
import { type QrCode, qrCodeOf } from "#lib/base/auth/second-factor/qr-code.ts";
import { replaceRecoveryCodes } from "#lib/base/auth/second-factor/recovery-codes.ts";
import { removeFactors } from "#lib/base/auth/second-factor/rescue.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";

/** What an app for codes has to be told. */
export interface Enrolment {
  factorId: string;
  qrCode: QrCode;
  /** The same to be typed. */
  secret: string;
}

/**
 * Begins to set up a second factor; it counts once a code of it was given. The password is asked for, since somebody else's app
 * could lock the person out for good. One that was begun before and never finished is dropped.
 *
 * @throws UserError when the password is wrong, the attempts are used up, one is set up already, or the auth server is away
 */
export async function beginEnrolment(session: Session, password: string): Promise<Enrolment> {
  await proveByPassword(session, password);
  const { auth } = await supabaseForRequest();
  const known = await auth.mfa.listFactors();
  if (isAuthServerAway(known.error)) throw new UserError("authServerAway");
  if (known.error) throw known.error;
  if (known.data.totp.length > 0) throw new UserError("secondFactorThere");
  for (const { id } of known.data.all) await auth.mfa.unenroll({ factorId: id });
  const { data, error } = await auth.mfa.enroll({
    factorType: "totp",
    issuer: "Astra",
    friendlyName: "Astra",
  });
  if (isAuthServerAway(error)) throw new UserError("authServerAway");
  if (error) throw error;
  return { factorId: data.id, qrCode: qrCodeOf(data.totp.uri), secret: data.totp.secret };
}

/**
 * Finishes it with the first code. All other sessions of the person end, since they gave none, and the person is told of it by mail.
 *
 * @returns recovery codes, which are never shown again
 * @throws UserError when the code is wrong, the attempts are used up, or the auth server is away
 */
export async function finishEnrolment(
  { userId }: Session,
  enrolment: { factorId: string; code: string },
): Promise<string[]> {
  await giveCode(userId, enrolment.code, enrolment.factorId);
  return replaceRecoveryCodes({ userId, aal: "aal2" }, "secondFactorOn");
}

/**
 * Takes the second factor and its recovery codes away, of which the person is told by mail. Whoever asks has proven once more to be the person.
 *
 * @throws UserError when the auth server is away
 */
export async function removeSecondFactor({ userId, aal }: Pick<Session, "userId" | "aal">): Promise<void> {
  // By the admin API: who signed in with a recovery code gave no code that the auth server knows of.
  await removeFactors(userId);
  await forUser({ userId, aal }, async (tx) => {
    await tx.$executeRaw`select astra.forget_recovery_codes()`;
    await noteAccountChange(tx, userId, "secondFactorOff");
  });
}
