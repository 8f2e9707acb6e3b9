import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { authError } from "#scripts/stack/auth-responses.ts";
import { readFactors } from "#scripts/stack/factor-rows.ts";
import { type Claims, readToken, signToken } from "#scripts/stack/tokens.ts";
import { readUserOrRefuse } from "#scripts/stack/user-rows.ts";

export interface FactorsOptions {
  pool: pg.Pool;
  jwtSecret: string;
}

/** Who asks, with what token, and how sure its session is. */
export interface Assured {
  userId: string;
  sessionId: string;
  aal: string;
  claims: Claims;
}

/** Whoever a request's token is of, while its session lives. */
export async function readAssured(
  { pool, jwtSecret }: FactorsOptions,
  request: Request,
): Promise<Assured | null> {
  const token = request.headers.get("authorization")?.replace(/^Bearer /i, "");
  const claims = token ? readToken(token, jwtSecret) : null;
  const aal = claims && (await aalOf(pool, claims));
  return claims && aal ? { userId: claims.sub, sessionId: claims.session_id, aal, claims } : null;
}

async function aalOf(pool: pg.Pool, claims: Claims): Promise<string | null> {
  const { rows } = await pool.query<{ aal: string | null }>(
    "select coalesce(aal, 'aal1') as aal from auth.sessions where id = $1 and user_id = $2",
    [claims.session_id, claims.sub],
  );
  return rows[0]?.aal ?? null;
}

/** Tokens for a session that has just been raised, in place of those that it had. */
export async function assuredTokens(
  { pool, jwtSecret }: FactorsOptions,
  { userId, sessionId, claims }: Assured,
) {
  const [issuedAt, lifetime] = [Math.floor(Date.now() / 1_000), 3_600];
  const refreshToken = randomUUID();
  await pool.query(
    `with revoked as (update auth.refresh_tokens set revoked = true, updated_at = now() where session_id = $3)
     insert into auth.refresh_tokens (id, token, user_id, session_id, revoked) values ($1::text, $1::text, $2, $3, false)`,
    [refreshToken, userId, sessionId],
  );
  const renewed = { ...claims, iat: issuedAt, exp: issuedAt + lifetime };
  return {
    access_token: signToken(await withAal(pool, renewed), jwtSecret),
    token_type: "bearer",
    expires_in: lifetime,
    expires_at: renewed.exp,
    refresh_token: refreshToken,
    user: { ...(await readUserOrRefuse(pool, userId)), factors: await readFactors(pool, userId) },
  };
}

async function withAal(pool: pg.Pool, claims: Claims): Promise<Claims> {
  const aal = (await aalOf(pool, claims)) ?? "aal1";
  const methods = aal === "aal2" ? ["totp", "password"] : ["password"];
  return { ...claims, aal, amr: methods.map((method) => ({ method, timestamp: claims.iat })) };
}

const sessionSchema = z.looseObject({ access_token: z.string(), user: z.looseObject({ id: z.uuid() }) });
const userSchema = z.looseObject({ id: z.uuid(), aud: z.string(), identities: z.array(z.unknown()) });

/** Says in the auth server's answers what it does not know: how sure a session is, and which factors somebody has. */
export async function tellAssurance(options: FactorsOptions, response: Response): Promise<Response> {
  if (response.status !== 200) return response;
  const text = await response.text();
  const body: unknown = text === "" ? null : JSON.parse(text);
  const { pool, jwtSecret } = options;
  const session = sessionSchema.safeParse(body).data;
  const claims = session && readToken(session.access_token, jwtSecret);
  if (claims) {
    const factors = await readFactors(pool, claims.sub);
    const access_token = signToken(await withAal(pool, claims), jwtSecret);
    return Response.json({ ...session, access_token, user: { ...session.user, factors } });
  }
  const user = userSchema.safeParse(body).data;
  if (user) return Response.json({ ...user, factors: await readFactors(pool, user.id) });
  return new Response(text, response);
}

/** As Supabase does: whoever has a second factor changes password and address in a session that gave its code. */
export async function refuseUnsure(options: FactorsOptions, request: Request): Promise<Response | null> {
  if (request.method !== "PUT" || new URL(request.url).pathname !== "/auth/v1/user") return null;
  const assured = await readAssured(options, request);
  if (!assured || assured.aal === "aal2") return null;
  const factors = await readFactors(options.pool, assured.userId);
  if (!factors.some(({ status }) => status === "verified")) return null;
  return authError(
    401,
    "insufficient_aal",
    "AAL2 session is required to update email or password when MFA is enabled.",
  );
}
