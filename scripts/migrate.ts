import { runMigrations } from "graphile-worker";
import { Client } from "pg";
import { noFilters, readMigrations, withSchemaEngine } from "./schema-engine.ts";

/**
 * Brings a database up to date: Astra's migrations, then the job queue's own, then the queue's rights.
 *
 * @param connectionString a login that may create tables (`DIRECT_URL`), not the app's own login
 * @returns the names of the migrations that were applied now
 */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  const { appliedMigrationNames } = await withSchemaEngine(connectionString, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilters }),
  );
  await runMigrations({ connectionString });
  await grantJobQueue(connectionString);
  return appliedMigrationNames;
}

/** Jobs are added and run as service_role; the queue's tables are nobody else's. */
async function grantJobQueue(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema graphile_worker to service_role;
      grant all on all tables in schema graphile_worker to service_role;
      grant all on all sequences in schema graphile_worker to service_role;
      grant execute on all functions in schema graphile_worker to service_role;
    `);
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  const connectionString = process.env.DIRECT_URL;
  if (!connectionString) {
    console.error("DIRECT_URL is not set: the address of the database with a login that may create tables.");
    process.exit(2);
  }
  const applied = await applyMigrations(connectionString);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}
