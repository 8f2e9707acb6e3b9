import { randomBytes } from "node:crypto";
import { createServerClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import type { Client } from "pg";
import { benchSlug } from "#scripts/bench/database.ts";

/** Where an Astra's accounts are, and its keys. */
export interface AuthServer {
  SUPABASE_URL: string;
  SUPABASE_PUBLISHABLE_KEY: string;
  SUPABASE_SECRET_KEY: string;
}

const email = "pages@bench.example";

/** Makes an admin of the bench's workspace, of whatever version of Astra, and answers the `Cookie` header of who signed in as that. */
export async function signInAsAdmin(auth: AuthServer, owner: Client): Promise<string> {
  const password = randomBytes(12).toString("base64url");
  const userId = await haveAccount(auth, owner, password);
  await owner.query(
    `insert into memberships (workspace_id, user_id, role) select id, $1, 'admin' from workspaces where slug = $2
     on conflict do nothing`,
    [userId, benchSlug],
  );
  return signIn(auth, email, password);
}

async function haveAccount(auth: AuthServer, owner: Client, password: string): Promise<string> {
  const { admin } = createClient(auth.SUPABASE_URL, auth.SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  }).auth;
  const { rows } = await owner.query<{ id: string }>("select id from users where email = $1", [email]);
  const { data, error } = rows[0]
    ? await admin.updateUserById(rows[0].id, { password })
    : await admin.createUser({ email, password, email_confirm: true, user_metadata: { name: "Pages" } });
  if (error) throw error;
  return data.user.id;
}

/** Signs in as a browser would, and answers its `Cookie` header. */
export async function signIn(
  { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY }: Omit<AuthServer, "SUPABASE_SECRET_KEY">,
  address: string,
  password: string,
): Promise<string> {
  const jar = new Map<string, string>();
  const supabase = createServerClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    cookies: {
      getAll: () => [...jar].map(([name, value]) => ({ name, value })),
      setAll: (changes) => {
        for (const { name, value } of changes) jar.set(name, value);
      },
    },
  });
  const { error } = await supabase.auth.signInWithPassword({ email: address, password });
  if (error) throw error;
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
