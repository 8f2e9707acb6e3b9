import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { type MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client } from "pg";

const prismaDirectory = join(import.meta.dirname, "..", "prisma");
const schemaDirectory = join(prismaDirectory, "schema");
const migrationsDirectory = join(prismaDirectory, "migrations");

/** Objects that Prisma does not manage: none are filtered. */
export const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks function bodies. This one sends it whole, as the native
 * engine does: Postgres runs it as one transaction.
 */
class MigrationPg extends PrismaPg {
  readonly #connectionString: string;

  constructor(config: ConstructorParameters<typeof PrismaPg>[0], connectionString: string) {
    super(config);
    this.#connectionString = connectionString;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = (script) => runScript(this.#connectionString, script);
    return adapter;
  }
}

async function runScript(connectionString: string, script: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

/**
 * Prisma's schema engine as WebAssembly: the same engine as `prisma migrate`, without its native binary, and with the
 * same `_prisma_migrations` table.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new MigrationPg(
      // An idle connection would keep the engine's lock, and the next run would wait for it.
      { connectionString, idleTimeoutMillis: 1 },
      connectionString,
    ),
  );
  const engine = await SchemaEngine.new({ datamodels: await readSchema() }, () => undefined, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

/** The Prisma schema as the engine wants it: path and text of each file. */
export async function readSchema(): Promise<[string, string][]> {
  const names = (await readdir(schemaDirectory)).filter((name) => name.endsWith(".prisma"));
  const paths = names.sort().map((name) => join(schemaDirectory, name));
  return Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, "utf8")]),
  );
}

/** The migrations on disk, in their order. */
export async function readMigrations(): Promise<MigrationList> {
  const lockfile = join(migrationsDirectory, "migration_lock.toml");
  const entries = await readdir(migrationsDirectory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: migrationsDirectory,
    lockfile: {
      path: "./migration_lock.toml",
      content: existsSync(lockfile) ? await readFile(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(migrationsDirectory, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
