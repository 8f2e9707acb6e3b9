import { createHmac, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@supabase/supabase-js";
import type { Role } from "#lib/base/auth/permissions.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";

/** An account that can sign in. */
export interface Person {
  userId: string;
  name: string;
  email: string;
  password: string;
}

export interface Workspace {
  id: string;
  name: string;
  slug: string;
}

/** A workspace of a test file's own, so that files don't see each other's rows. */
export async function createWorkspace(currency = "EUR"): Promise<Workspace> {
  const slug = `workspace-${randomName()}`;
  const [workspace] = await asOwner<{ id: string }>(
    "insert into workspaces (name, slug, currency) values ($1, $1, $2) returning id",
    [slug, currency],
  );
  if (!workspace) throw new Error("The workspace was not made.");
  return { id: workspace.id, name: slug, slug };
}

/** The password of every account that a test makes, and its hash, which would take a tenth of a second each. */
const password = "a-password-of-the-tests";
const passwordHash = "$2b$10$ObHMwVbn./xcSzv8nyOTZudzrl0BWocpWX0dHWTtRfpeBLnj3vlz6";

/** An account without a membership, as the auth server would write it. */
export async function createAccount(name = "Newcomer"): Promise<Person> {
  const userId = randomUUID();
  const email = `${randomName()}@example.com`;
  await asOwner(
    `with account as (
       insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_user_meta_data, raw_app_meta_data)
       values ($1, 'authenticated', 'authenticated', $2, $3, now(), $4, $5) returning id
     )
     insert into auth.identities (id, provider, provider_id, user_id, identity_data)
     select id, 'email', id::text, id, $6 from account`,
    [
      userId,
      email,
      passwordHash,
      { name, email_verified: true },
      { provider: "email", providers: ["email"] },
      { sub: userId, email, email_verified: false, phone_verified: false },
    ],
  );
  return { userId, name, email, password };
}

/** A member of a workspace. */
export async function createMember(workspace: Workspace, role: Role, name: string = role): Promise<Person> {
  const person = await createAccount(name);
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, $3)", [
    workspace.id,
    person.userId,
    role,
  ]);
  return person;
}

/** Shuts a member out. */
export async function deactivate(workspace: Workspace, person: Person): Promise<void> {
  await asOwner("update memberships set is_active = false where workspace_id = $1 and user_id = $2", [
    workspace.id,
    person.userId,
  ]);
}

/** A name that nothing else in the run has. */
export function randomName(): string {
  return randomUUID().slice(0, 13);
}

/** The auth server's admin API. */
export function supabaseAdmin() {
  const { SUPABASE_URL = "", SUPABASE_SECRET_KEY = "" } = ownAstra().env;
  return createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** The secret of every second factor that a test writes, in base 32. */
export const factorSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/** Gives an account a second factor, as the auth server would write it. */
export async function giveSecondFactor({ userId }: Pick<Person, "userId">): Promise<void> {
  await asOwner(
    `insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at, secret)
     values (gen_random_uuid(), $1, 'Astra', 'totp', 'verified', now(), now(), $2)`,
    [userId, factorSecret],
  );
}

/** Begins a session as the auth server would, and answers the `Cookie` header of the browser that has it. */
export async function sessionCookies(
  { userId, email }: Pick<Person, "userId" | "email">,
  aal: "aal1" | "aal2" = "aal1",
): Promise<string> {
  const [sessionId, refreshToken] = [randomUUID(), randomUUID()];
  await asOwner(
    `with session as (insert into auth.sessions (id, user_id, aal) values ($1, $2, $4) returning id)
     insert into auth.refresh_tokens (id, token, user_id, session_id) select $3::text, $3::text, $2, id from session`,
    [sessionId, userId, refreshToken, aal],
  );
  const [issuedAt, lifetime] = [Math.floor(Date.now() / 1_000), 3_600];
  const claims = {
    sub: userId,
    aud: "authenticated",
    role: "authenticated",
    email,
    session_id: sessionId,
    aal,
  };
  const session = {
    access_token: await signToken({ ...claims, iat: issuedAt, exp: issuedAt + lifetime }),
    refresh_token: refreshToken,
    token_type: "bearer",
    expires_in: lifetime,
    expires_at: issuedAt + lifetime,
    user: { id: userId, email },
  };
  return `sb-127-auth-token=base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`;
}

/** A token with the auth server's own signature. */
async function signToken(claims: object): Promise<string> {
  const { jwtSecret } = JSON.parse(await readFile(join(ownAstra().dataDir, "keys.json"), "utf8"));
  const signed = [{ alg: "HS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${signed}.${createHmac("sha256", jwtSecret).update(signed).digest("base64url")}`;
}
