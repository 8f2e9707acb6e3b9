import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noFilters, readSchema, withSchemaEngine } from "#scripts/schema-engine.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { randomName } from "#tests/support/people.ts";
import { checks, generated, ownIndexes, ownTriggers } from "./additions.ts";
import { type Catalog, extra, readCatalog } from "./catalog.ts";

describe("the Prisma schema and the migrations agree", () => {
  const database = `schema_${randomName().replace("-", "_")}`;
  let fromSchema: Catalog;
  let fromMigrations: Catalog;

  beforeAll(async () => {
    const { DIRECT_URL = "" } = ownAstra().env;
    const url = new URL(DIRECT_URL);
    url.pathname = `/${database}`;
    await asOwner(`create database ${database}`);
    await runScript(url.href, await scriptOfSchema(DIRECT_URL));
    fromSchema = await readCatalog(url.href);
    fromMigrations = await readCatalog(DIRECT_URL);
  });

  afterAll(() => asOwner(`drop database if exists ${database}`));

  test("on columns, their types, defaults and nullability", () => {
    expect(fromSchema.columns.length).toBeGreaterThan(100);
    expect(fromMigrations.columns).toEqual(fromSchema.columns);
  });

  test("on primary, unique and foreign keys", () => {
    expect(fromSchema.keys.length).toBeGreaterThan(30);
    expect(fromMigrations.keys).toEqual(fromSchema.keys);
  });

  test("on indexes, but for those that its language has no words for", () => {
    expect(extra(fromSchema.indexes, fromMigrations.indexes)).toEqual([]);
    expect(extra(fromMigrations.indexes, fromSchema.indexes)).toEqual(ownIndexes);
  });

  test("and the migrations add the named checks, triggers and generated columns, no others", () => {
    const touched = fromSchema.columns
      .filter((line) => line.includes(".updated_at "))
      .map((line) => `${line.split(".")[0]} touch_updated_at`);
    expect(fromSchema.checks).toEqual([]);
    expect(fromMigrations.checks).toEqual(checks);
    expect(fromMigrations.triggers).toEqual([...ownTriggers, ...touched].sort());
    expect(fromSchema.generated).toEqual([]);
    expect(fromMigrations.generated).toEqual(generated);
  });
});

async function scriptOfSchema(connectionString: string): Promise<string> {
  const files = (await readSchema()).map(([path, content]) => ({ path, content }));
  const { stdout } = await withSchemaEngine(connectionString, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  );
  if (!stdout) throw new Error("The schema engine wrote no script.");
  return stdout;
}

async function runScript(connectionString: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}
