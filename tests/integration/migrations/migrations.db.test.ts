import { expect, test } from "vitest";
import { applyMigrations } from "#scripts/migrate.ts";
import { readMigrations } from "#scripts/schema-engine.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";

test("all migrations are applied, and a second run applies nothing", async () => {
  const { migrationDirectories } = await readMigrations();
  const applied = await asOwner<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null order by migration_name",
  );
  expect(applied.map((row) => row.migration_name)).toEqual(migrationDirectories.map(({ path }) => path));
  expect(await applyMigrations(ownAstra().env.DIRECT_URL ?? "")).toEqual([]);
});

test("the role that migrates is no superuser, as on Supabase", async () => {
  const [role] = await asOwner("select rolname, rolsuper from pg_roles where rolname = current_user");
  expect(role).toEqual({ rolname: "postgres", rolsuper: false });
  const owners = await asOwner("select distinct tableowner from pg_tables where schemaname = 'public'");
  expect(owners).toEqual([{ tableowner: "postgres" }]);
});

test("every foreign key has an index that starts with its columns", async () => {
  const unindexed = await asOwner(`
    select conrelid::regclass::text as "table", conname as key
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
      and not exists (
        select from pg_index
        where indrelid = conrelid and indpred is null and indisvalid
          and (string_to_array(indkey::text, ' ')::int2[])[1:cardinality(conkey)] @> conkey
      )`);
  expect(unindexed).toEqual([]);
});
