import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const claimsSchema = z.looseObject({ sub: z.uuid(), session_id: z.uuid(), exp: z.number() });

/** What an access token of the auth server says. */
export type Claims = z.output<typeof claimsSchema>;

/** The claims of a token that the auth server signed and that has not expired, else null. */
export function readToken(token: string, secret: string): Claims | null {
  const [head = "", body = "", signature = ""] = token.split(".");
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(`${head}.${body}`, secret))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(body, "base64url").toString())).data;
  return claims && claims.exp * 1_000 > Date.now() ? claims : null;
}

/** A token with the auth server's signature (HS256). */
export function signToken(claims: object, secret: string): string {
  const signed = [{ alg: "HS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${signed}.${sign(signed, secret)}`;
}

function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
