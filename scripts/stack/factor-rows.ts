import type pg from "pg";
import { RefusedError } from "#scripts/stack/auth-responses.ts";

/** A second factor as Supabase's auth server shows it. */
export interface Factor {
  id: string;
  friendly_name: string | null;
  factor_type: string;
  status: "unverified" | "verified";
  created_at: string;
  updated_at: string;
}

const shown = "id, friendly_name, factor_type, status, created_at, updated_at";

export async function readFactors(database: pg.Pool | pg.PoolClient, userId: string): Promise<Factor[]> {
  const { rows } = await database.query<Factor>(
    `select ${shown} from auth.mfa_factors where user_id = $1 order by created_at`,
    [userId],
  );
  return rows;
}

export async function readFactorOrRefuse(
  database: pg.Pool | pg.PoolClient,
  userId: string,
  id: string,
): Promise<Factor & { secret: string }> {
  const { rows } = await database.query<Factor & { secret: string }>(
    `select ${shown}, secret from auth.mfa_factors where user_id = $1 and id::text = $2`,
    [userId, id],
  );
  if (!rows[0]) throw new RefusedError(404, "mfa_factor_not_found", "Factor not found");
  return rows[0];
}

/** Removes a factor, and with it what the sessions gained that gave its codes. */
export async function removeFactor(pool: pg.Pool, userId: string, id: string): Promise<Factor> {
  const { secret: _secret, ...factor } = await readFactorOrRefuse(pool, userId, id);
  await pool.query(
    `with removed as (delete from auth.mfa_factors where id = $1)
     update auth.sessions set aal = 'aal1', factor_id = null where factor_id = $1`,
    [id],
  );
  return factor;
}
