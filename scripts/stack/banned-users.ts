import type pg from "pg";
import { z } from "zod";
import { authError } from "#scripts/stack/auth-responses.ts";

const sessionSchema = z.object({ access_token: z.string(), user: z.object({ id: z.uuid() }) });

/** The auth server does not look at `banned_until` when it signs in with a password; Supabase's does. */
export async function refuseBanned(pool: pg.Pool, response: Response): Promise<Response> {
  if (response.status !== 200) return response;
  const session = sessionSchema.safeParse(await response.clone().json()).data;
  if (!session) return response;
  const { rowCount } = await pool.query("select from auth.users where id = $1 and banned_until > now()", [
    session.user.id,
  ]);
  if (!rowCount) return response;
  await endSessions(pool, session.user.id);
  return authError(400, "user_banned", "User is banned");
}

export async function endSessions(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query("delete from auth.refresh_tokens where user_id = $1", [userId]);
  await pool.query("delete from auth.sessions where user_id = $1", [userId]);
}
