import type pg from "pg";
import { RefusedError } from "#scripts/stack/auth-responses.ts";

type Json = Record<string, unknown>;

interface UserRow extends Json {
  id: string;
  raw_app_meta_data: Json;
  raw_user_meta_data: Json;
  identities: Json[];
}

/** A user as Supabase's admin API shows it. */
export type AuthUser = Json & { id: string; email: string | null; app_metadata: Json; user_metadata: Json };

const columns = `
  id, aud, role, coalesce(email, '') as email, coalesce(phone, '') as phone, email_confirmed_at, confirmed_at,
  confirmation_sent_at, recovery_sent_at, invited_at, last_sign_in_at, banned_until, raw_app_meta_data,
  raw_user_meta_data, is_anonymous, created_at, updated_at,
  (select coalesce(json_agg(json_build_object(
    'identity_id', identity.id, 'id', identity.provider_id, 'user_id', identity.user_id,
    'identity_data', identity.identity_data, 'provider', identity.provider, 'email', identity.email,
    'last_sign_in_at', identity.last_sign_in_at, 'created_at', identity.created_at, 'updated_at', identity.updated_at
  ) order by identity.created_at), '[]') from auth.identities as identity where identity.user_id = users.id) as identities
`;

export async function readUser(
  database: pg.Pool | pg.PoolClient,
  column: "id" | "email",
  value: string,
): Promise<AuthUser | undefined> {
  const { rows } = await database.query<UserRow>(
    `select ${columns} from auth.users as users where ${column} = $1`,
    [value],
  );
  return rows[0] && toUser(rows[0]);
}

export async function readUserOrRefuse(database: pg.Pool | pg.PoolClient, id: string): Promise<AuthUser> {
  const user = await readUser(database, "id", id);
  if (!user) throw new RefusedError(404, "user_not_found", "User not found");
  return user;
}

export async function readUsers(pool: pg.Pool, limit: number, offset: number): Promise<AuthUser[]> {
  const { rows } = await pool.query<UserRow>(
    `select ${columns} from auth.users as users order by created_at desc, id limit $1 offset $2`,
    [limit, offset],
  );
  return rows.map(toUser);
}

function toUser({ raw_app_meta_data, raw_user_meta_data, ...row }: UserRow): AuthUser {
  const shown = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return { ...shown, app_metadata: raw_app_meta_data, user_metadata: raw_user_meta_data } as AuthUser;
}
