import type pg from "pg";
import type { StackKeys } from "#scripts/stack/keys.ts";

const extensions = ["btree_gin", "pg_trgm", "pgcrypto", "unaccent"];

/**
 * Makes the roles, schemas and rights of a Supabase project. Runs at every start, in one transaction: what is
 * there stays, what is missing is added.
 *
 * As on Supabase, `postgres` runs the migrations and is not a superuser.
 */
export async function prepareRoles(client: pg.Client, keys: StackKeys): Promise<void> {
  await makeRole(client, "anon", "nologin noinherit");
  await makeRole(client, "authenticated", "nologin noinherit");
  await makeRole(client, "service_role", "nologin noinherit bypassrls");
  await makeRole(client, "authenticator", "login noinherit");
  await makeRole(
    client,
    "postgres",
    "login nosuperuser createrole createdb bypassrls replication",
    keys.migrationPassword,
  );
  await makeRole(client, "supabase_auth_admin", "login noinherit createrole", keys.authServerPassword);
  await client.query(`
    grant anon, authenticated, service_role to authenticator;
    grant anon, authenticated, service_role, authenticator to postgres with admin option;
    alter database postgres owner to postgres;
    revoke create on schema public from public;
    grant usage on schema public to anon, authenticated, service_role;
    alter role postgres set search_path = "$user", public, extensions;
    create schema if not exists extensions authorization postgres;
    grant usage on schema extensions to anon, authenticated, service_role;
  `);
  await makeExtensions(client);
}

async function makeRole(client: pg.Client, name: string, options: string, password?: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (rowCount === 0) await client.query(`create role ${name}`);
  const login = password ? ` password ${client.escapeLiteral(password)}` : "";
  await client.query(`alter role ${name} ${options}${login}`);
}

async function makeExtensions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select name from pg_available_extensions where name = any($1) and installed_version is null",
    [extensions],
  );
  for (const { name } of rows) await client.query(`create extension ${name} with schema extensions`);
}
