import { randomBytes, randomUUID } from "node:crypto";
import { createServerClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { inject } from "vitest";
import type { Role } from "#lib/base/auth/permissions.ts";
import { asOwner } from "#tests/support/database.ts";

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

/** An account without a membership. */
export async function createAccount(name = "Newcomer"): Promise<Person> {
  const email = `${randomName()}@example.com`;
  const password = randomBytes(12).toString("base64url");
  const { data, error } = await supabaseAdmin().auth.admin.createUser({
    email,
    password,
    email_confirm: true,
    user_metadata: { name },
  });
  if (error) throw error;
  return { userId: data.user.id, name, email, password };
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
  const { SUPABASE_URL = "", SUPABASE_SECRET_KEY = "" } = inject("env");
  return createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** Signs a person in and answers the `Cookie` header of the browser that did. */
export async function sessionCookies({
  email,
  password,
}: Pick<Person, "email" | "password">): Promise<string> {
  const jar = new Map<string, string>();
  const { SUPABASE_URL = "", SUPABASE_PUBLISHABLE_KEY = "" } = inject("env");
  const supabase = createServerClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    cookies: {
      getAll: () => [...jar].map(([name, value]) => ({ name, value })),
      setAll: (changes) => {
        for (const { name, value } of changes) jar.set(name, value);
      },
    },
  });
  const { error } = await supabase.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
