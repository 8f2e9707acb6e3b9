import { randomUUID } from "node:crypto";
import type pg from "pg";
import { renderSVG } from "uqr";
import { z } from "zod";
import { type Assured, assuredTokens, type FactorsOptions, readAssured } from "#scripts/stack/assurance.ts";
import { authError, RefusedError } from "#scripts/stack/auth-responses.ts";
import { readFactorOrRefuse, readFactors, removeFactor } from "#scripts/stack/factor-rows.ts";
import { isCodeOf, makeSecret } from "#scripts/stack/totp.ts";
import { readUserOrRefuse } from "#scripts/stack/user-rows.ts";

const newFactorSchema = z.object({
  factor_type: z.literal("totp"),
  friendly_name: z.string().max(100).default(""),
  issuer: z.string().min(1).max(100).default("Astra"),
});
const answerSchema = z.object({ challenge_id: z.uuid(), code: z.string().min(1).max(20) });

const mostFactors = 10;

/** For how long a challenge can be answered. Seconds. */
const challengeLifetime = 300;

/**
 * The part of Supabase's auth API for second factors, as supabase-js calls it (`auth.mfa.*`): https://supabase.com/docs/reference/javascript/auth-mfa-api.
 * The embedded auth server itself has none.
 */
export function createFactorsApi(options: FactorsOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const assured = await readAssured(options, request);
    if (!assured) return authError(401, "no_authorization", "This endpoint requires a valid Bearer token");
    try {
      return await route(options, assured, request);
    } catch (error) {
      if (error instanceof RefusedError) return authError(error.status, error.code, error.message);
      if (error instanceof z.ZodError) return authError(400, "validation_failed", z.prettifyError(error));
      if (error instanceof SyntaxError)
        return authError(400, "bad_json", "Could not parse request body as JSON");
      throw error;
    }
  };
}

async function route(options: FactorsOptions, assured: Assured, request: Request): Promise<Response> {
  const [, id, act, ...rest] = new URL(request.url).pathname.replace("/auth/v1/", "").split("/");
  const { method } = request;
  if (rest.length > 0) return authError(404, "not_found", "Not found");
  if (id === undefined && method === "POST")
    return Response.json(await enroll(options, assured, await request.json()));
  if (id !== undefined && act === undefined && method === "DELETE")
    return Response.json(await unenroll(options, assured, id));
  if (id !== undefined && act === "challenge" && method === "POST")
    return Response.json(await challenge(options, assured, id));
  if (id !== undefined && act === "verify" && method === "POST")
    return Response.json(await verify(options, assured, id, await request.json()));
  return authError(404, "not_found", "Not found");
}

async function enroll({ pool }: FactorsOptions, { userId, aal }: Assured, body: unknown) {
  const { friendly_name, issuer } = newFactorSchema.parse(body);
  const factors = await readFactors(pool, userId);
  if (factors.some((factor) => factor.friendly_name === friendly_name)) {
    throw new RefusedError(
      422,
      "mfa_factor_name_conflict",
      "A factor with this friendly name exists already",
    );
  }
  if (factors.length >= mostFactors)
    throw new RefusedError(422, "too_many_enrolled_mfa_factors", "Maximum number of factors reached");
  if (aal !== "aal2" && factors.some(({ status }) => status === "verified"))
    throw new RefusedError(403, "insufficient_aal", "AAL2 required to enroll a new factor");
  const { email } = await readUserOrRefuse(pool, userId);
  const { secret, uri } = makeSecret(issuer, email ?? "");
  const id = randomUUID();
  await pool.query(
    `insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at, secret)
     values ($1, $2, $3, 'totp', 'unverified', now(), now(), $4)`,
    [id, userId, friendly_name, secret],
  );
  return { id, type: "totp", friendly_name, totp: { qr_code: renderSVG(uri), secret, uri } };
}

async function challenge({ pool }: FactorsOptions, { userId }: Assured, factorId: string) {
  await readFactorOrRefuse(pool, userId, factorId);
  const id = randomUUID();
  await pool.query(
    `with challenged as (
       insert into auth.mfa_challenges (id, factor_id, created_at, ip_address) values ($1, $2, now(), '127.0.0.1')
     )
     update auth.mfa_factors set last_challenged_at = clock_timestamp() where id = $2`,
    [id, factorId],
  );
  return { id, type: "totp", expires_at: Math.floor(Date.now() / 1_000) + challengeLifetime };
}

async function verify(options: FactorsOptions, assured: Assured, factorId: string, body: unknown) {
  const { pool } = options;
  const { challenge_id, code } = answerSchema.parse(body);
  const factor = await readFactorOrRefuse(pool, assured.userId, factorId);
  const { rows } = await pool.query<{ is_open: boolean }>(
    `select verified_at is null and created_at > now() - make_interval(secs => $3) as is_open
     from auth.mfa_challenges where id = $1 and factor_id = $2`,
    [challenge_id, factorId, challengeLifetime],
  );
  if (!rows[0])
    throw new RefusedError(
      422,
      "mfa_factor_not_found",
      "MFA factor with the provided challenge ID not found",
    );
  if (!rows[0].is_open) throw new RefusedError(422, "mfa_challenge_expired", "MFA challenge has expired");
  if (!isCodeOf(factor.secret, code))
    throw new RefusedError(422, "mfa_verification_failed", "Invalid TOTP code entered");
  await raise(pool, assured, factorId, challenge_id);
  return assuredTokens(options, assured);
}

/** As Supabase does: the session is raised, the person's sessions that are not end, and so do enrolments that nobody finished. */
async function raise(
  pool: pg.Pool,
  { userId, sessionId }: Assured,
  factorId: string,
  challengeId: string,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rowCount } = await client.query(
      "update auth.mfa_challenges set verified_at = now() where id = $1 and verified_at is null",
      [challengeId],
    );
    if (!rowCount) throw new RefusedError(422, "mfa_challenge_expired", "MFA challenge has expired");
    await client.query("update auth.mfa_factors set status = 'verified', updated_at = now() where id = $1", [
      factorId,
    ]);
    await client.query(
      "update auth.sessions set aal = 'aal2', factor_id = $2, updated_at = now() where id = $1",
      [sessionId, factorId],
    );
    await client.query("delete from auth.sessions where user_id = $1 and aal is distinct from 'aal2'", [
      userId,
    ]);
    await client.query("delete from auth.mfa_factors where user_id = $1 and status = 'unverified'", [userId]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function unenroll(
  { pool }: FactorsOptions,
  { userId, aal }: Assured,
  id: string,
): Promise<{ id: string }> {
  const { status } = await readFactorOrRefuse(pool, userId, id);
  if (status === "verified" && aal !== "aal2")
    throw new RefusedError(422, "insufficient_aal", "AAL2 required to unenroll verified factor");
  await removeFactor(pool, userId, id);
  return { id };
}
