import { Secret, TOTP } from "otpauth";

/** One step before and one after: clocks of phones are off, and people type. Supabase takes the same. */
const window = 1;

/** What an app for codes and the auth server share: a code of six digits each half minute (RFC 6238, SHA-1). */
export interface SharedSecret {
  /** In base 32, to be typed. */
  secret: string;
  /** The same for a picture that the app reads. */
  uri: string;
}

export function makeSecret(issuer: string, account: string): SharedSecret {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: new TOTP({ issuer, label: account, secret }).toString() };
}

/** @param at milliseconds since 1970 */
export function isCodeOf(secret: string, code: string, at = Date.now()): boolean {
  return (
    new TOTP({ secret: Secret.fromBase32(secret) }).validate({ token: code, window, timestamp: at }) !== null
  );
}

/** The code that an app shows. */
export function codeOf(secret: string, at = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}
