import pg from "pg";
import { loopbackOnly } from "#tests/support/database.ts";

/** What a database's schema `public` holds, as sorted sentences that can be compared. */
export interface Catalog {
  columns: string[];
  keys: string[];
  indexes: string[];
  checks: string[];
  triggers: string[];
  generated: string[];
}

const notOurs = "'_prisma_migrations'";

const questions: Record<keyof Catalog, string> = {
  columns: `
    select format('%s.%s %s%s%s', class.relname, attname, format_type(atttypid, atttypmod),
      case when attnotnull then ' not null' end,
      case when attgenerated = '' then ' default ' || pg_get_expr(adbin, adrelid) end) as line
    from pg_attribute
    join pg_class class on class.oid = attrelid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
      and relname not in (${notOurs})`,
  keys: `
    select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
    from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and conrelid::regclass::text not in (${notOurs})`,
  indexes: `
    select indexdef as line from pg_indexes where schemaname = 'public' and tablename not in (${notOurs})`,
  checks: `
    select format('%s %s', conrelid::regclass, conname) as line
    from pg_constraint where connamespace = 'public'::regnamespace and contype = 'c'`,
  triggers: `
    select format('%s %s', tgrelid::regclass, tgname) as line
    from pg_trigger join pg_class class on class.oid = tgrelid
    where not tgisinternal and relnamespace = 'public'::regnamespace`,
  generated: `
    select format('%s.%s %s', adrelid::regclass, attname, pg_get_expr(adbin, adrelid)) as line
    from pg_attrdef
    join pg_attribute on attrelid = adrelid and attnum = adnum
    join pg_class class on class.oid = adrelid
    where attgenerated <> '' and relnamespace = 'public'::regnamespace`,
};

/** Reads the catalog of a database. */
export async function readCatalog(connectionString: string): Promise<Catalog> {
  const client = new pg.Client({ connectionString: loopbackOnly(connectionString) });
  await client.connect();
  try {
    await client.query("set search_path = public");
    const read = async (question: string) =>
      (await client.query<{ line: string }>(question)).rows.map(({ line }) => line).sort();
    return {
      columns: await read(questions.columns),
      keys: await read(questions.keys),
      indexes: await read(questions.indexes),
      checks: await read(questions.checks),
      triggers: await read(questions.triggers),
      generated: await read(questions.generated),
    };
  } finally {
    await client.end();
  }
}

/** The lines that only `ours` has. */
export function extra(ours: string[], others: string[]): string[] {
  return ours.filter((line) => !others.includes(line));
}
