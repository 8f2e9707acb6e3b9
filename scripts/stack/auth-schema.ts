import { getAuthSchemaSql } from "@supabase/lite";
import type pg from "pg";

/** The functions policies use, as Supabase defines them: both settings that may carry the claims are read. */
const authFunctions = `
  create or replace function auth.uid() returns uuid language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.sub', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
    )::uuid
  $$;
  create or replace function auth.role() returns text language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.role', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
    )
  $$;
  create or replace function auth.email() returns text language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.email', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
    )
  $$;
  create or replace function auth.jwt() returns jsonb language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')
    )::jsonb
  $$;
`;

/** The auth server writes objects as JSON text inside jsonb; Supabase's holds the objects themselves. */
const objectsStayObjects = `
  create or replace function auth.unwrap_json_text() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_table_name = 'users' then
      if jsonb_typeof(new.raw_user_meta_data) = 'string' then
        new.raw_user_meta_data := (new.raw_user_meta_data #>> '{}')::jsonb;
      end if;
      if jsonb_typeof(new.raw_app_meta_data) = 'string' then
        new.raw_app_meta_data := (new.raw_app_meta_data #>> '{}')::jsonb;
      end if;
    elsif jsonb_typeof(new.identity_data) = 'string' then
      new.identity_data := (new.identity_data #>> '{}')::jsonb;
    end if;
    return new;
  end
  $$;
  create or replace trigger a_unwrap_json_text before insert or update on auth.users
    for each row execute function auth.unwrap_json_text();
  create or replace trigger a_unwrap_json_text before insert or update on auth.identities
    for each row execute function auth.unwrap_json_text();
`;

/** The tables of second factors, which the auth server does not have, in the shape of Supabase's: `factors.ts` answers for it. */
const factorTables = `
  do $$ begin create type auth.factor_type as enum ('totp', 'webauthn', 'phone'); exception when duplicate_object then null; end $$;
  do $$ begin create type auth.factor_status as enum ('unverified', 'verified'); exception when duplicate_object then null; end $$;
  create table if not exists auth.mfa_factors (
    id uuid primary key,
    user_id uuid not null references auth.users (id) on delete cascade,
    friendly_name text,
    factor_type auth.factor_type not null,
    status auth.factor_status not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    secret text,
    phone text,
    last_challenged_at timestamptz unique
  );
  create index if not exists mfa_factors_user_id_idx on auth.mfa_factors (user_id);
  create table if not exists auth.mfa_challenges (
    id uuid primary key,
    factor_id uuid not null references auth.mfa_factors (id) on delete cascade,
    created_at timestamptz not null,
    verified_at timestamptz,
    ip_address inet not null
  );
  create index if not exists mfa_challenges_factor_id_idx on auth.mfa_challenges (factor_id);
`;

/**
 * The tables of the auth server, owned by its own role. `postgres` may read and write them, refer to them and hang
 * triggers on `auth.users`, but as on Supabase it owns nothing there and can grant nothing on.
 */
export async function prepareAuthSchema(client: pg.Client): Promise<void> {
  await client.query("create schema if not exists auth authorization supabase_auth_admin");
  await client.query("set local role supabase_auth_admin");
  // The schema is there, and its owner may make no other.
  await client.query(getAuthSchemaSql().replace("CREATE SCHEMA IF NOT EXISTS auth;", ""));
  await client.query(authFunctions);
  await client.query(objectsStayObjects);
  await client.query(factorTables);
  await client.query(`
    grant usage on schema auth to anon, authenticated, service_role, postgres;
    grant all on all tables in schema auth to postgres;
    grant all on all sequences in schema auth to postgres;
    grant execute on all functions in schema auth to postgres, anon, authenticated, service_role;
  `);
  await client.query("reset role");
  await client.query("alter role supabase_auth_admin set search_path = 'auth'");
}
