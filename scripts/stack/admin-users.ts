import { randomUUID } from "node:crypto";
import bcrypt from "bcryptjs";
import pg from "pg";
import { z } from "zod";
import { RefusedError } from "#scripts/stack/auth-responses.ts";
import { endSessions } from "#scripts/stack/banned-users.ts";
import { type AuthUser, readUserOrRefuse, readUsers } from "#scripts/stack/user-rows.ts";

const metadataSchema = z.record(z.string(), z.unknown());
const emailSchema = z.email().max(255).toLowerCase();

const attributesSchema = z.object({
  email: emailSchema.optional(),
  password: z.string().min(6, "Password should be at least 6 characters.").max(72).optional(),
  email_confirm: z.boolean().optional(),
  user_metadata: metadataSchema.optional(),
  app_metadata: metadataSchema.optional(),
  ban_duration: z.string().optional(),
});

const newUserSchema = attributesSchema.extend({ email: emailSchema });

export async function createUser(pool: pg.Pool, body: unknown): Promise<AuthUser> {
  const wanted = newUserSchema.parse(body);
  const id = randomUUID();
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, banned_until,
         raw_user_meta_data, raw_app_meta_data)
       values ($1, 'authenticated', 'authenticated', $2, $3, case when $4 then now() end, now() + $5::interval, $6, $7)`,
      [
        id,
        wanted.email,
        wanted.password === undefined ? null : await bcrypt.hash(wanted.password, 10),
        wanted.email_confirm ?? false,
        bannedFor(wanted.ban_duration),
        { ...wanted.user_metadata, email_verified: true },
        { provider: "email", providers: ["email"], ...wanted.app_metadata },
      ],
    );
    await client.query(
      `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
       values ($1, 'email', $2, $3, $4)`,
      [randomUUID(), id, id, { sub: id, email: wanted.email, email_verified: false, phone_verified: false }],
    );
  });
  return readUserOrRefuse(pool, id);
}

export function findUser(pool: pg.Pool, id: string): Promise<AuthUser> {
  return readUserOrRefuse(pool, id);
}

export async function updateUser(pool: pg.Pool, id: string, body: unknown): Promise<AuthUser> {
  const wanted = attributesSchema.parse(body);
  const user = await readUserOrRefuse(pool, id);
  await inTransaction(pool, async (client) => {
    await client.query(
      `update auth.users set
         email = coalesce($2, email),
         encrypted_password = coalesce($3, encrypted_password),
         email_confirmed_at = case when $4 then coalesce(email_confirmed_at, now()) else email_confirmed_at end,
         banned_until = case when $5 then now() + $6::interval else banned_until end,
         raw_user_meta_data = $7,
         raw_app_meta_data = $8,
         updated_at = now()
       where id = $1`,
      [
        id,
        wanted.email,
        wanted.password === undefined ? null : await bcrypt.hash(wanted.password, 10),
        wanted.email_confirm ?? false,
        wanted.ban_duration !== undefined,
        bannedFor(wanted.ban_duration),
        merge(user.user_metadata, wanted.user_metadata),
        merge(user.app_metadata, wanted.app_metadata),
      ],
    );
    if (wanted.email !== undefined) {
      await client.query(
        `update auth.identities set identity_data = identity_data || jsonb_build_object('email', $2::text),
           updated_at = now() where user_id = $1 and provider = 'email'`,
        [id, wanted.email],
      );
    }
  });
  if (bannedFor(wanted.ban_duration)) await endSessions(pool, id);
  return readUserOrRefuse(pool, id);
}

export async function deleteUser(pool: pg.Pool, id: string, body: string): Promise<void> {
  const { should_soft_delete: soft } = z
    .object({ should_soft_delete: z.boolean().optional() })
    .parse(body === "" ? {} : JSON.parse(body));
  if (soft)
    throw new RefusedError(400, "validation_failed", "The embedded auth server deletes for good only");
  await readUserOrRefuse(pool, id);
  await inTransaction(pool, async (client) => {
    await client.query("delete from auth.refresh_tokens where user_id = $1", [id]);
    await client.query("delete from auth.users where id = $1", [id]);
  });
}

export async function listUsers(pool: pg.Pool, query: URLSearchParams): Promise<Response> {
  const page = z.coerce
    .number()
    .int()
    .min(1)
    .catch(1)
    .parse(query.get("page") || undefined);
  const perPage = z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .catch(50)
    .parse(query.get("per_page") || undefined);
  const { rows } = await pool.query<{ total: number }>("select count(*)::int as total from auth.users");
  const total = rows[0]?.total ?? 0;
  const lastPage = Math.max(1, Math.ceil(total / perPage));
  const links = [`</admin/users?page=${lastPage}&per_page=${perPage}>; rel="last"`];
  if (page < lastPage) links.unshift(`</admin/users?page=${page + 1}&per_page=${perPage}>; rel="next"`);
  const users = await readUsers(pool, perPage, (page - 1) * perPage);
  return Response.json(
    { users, aud: "authenticated" },
    { headers: { "x-total-count": String(total), link: links.join(", ") } },
  );
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw refusalFor(error);
  } finally {
    client.release();
  }
}

function refusalFor(error: unknown): unknown {
  const isDuplicate = error instanceof pg.DatabaseError && error.code === "23505" && error.schema === "auth";
  if (!isDuplicate) return error;
  return new RefusedError(422, "email_exists", "A user with this email address has already been registered");
}

/** A duration like "24h" or "1h30m" as Supabase takes it; "none" lifts the ban. */
function bannedFor(duration: string | undefined): string | null {
  if (duration === undefined || duration === "none") return null;
  const parts = [...duration.matchAll(/(\d+)([hms])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== duration) {
    throw new RefusedError(400, "validation_failed", `invalid format for ban duration: ${duration}`);
  }
  const units = { h: "hours", m: "minutes", s: "seconds" };
  return parts.map(([, amount, unit]) => `${amount} ${units[unit as keyof typeof units]}`).join(" ");
}

function merge(
  current: Record<string, unknown>,
  change: Record<string, unknown> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...current, ...change }).filter(([, value]) => value !== null));
}
