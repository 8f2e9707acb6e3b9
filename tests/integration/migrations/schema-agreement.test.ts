import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { noFilters, readSchema, withSchemaEngine } from "#scripts/schema-engine.ts";
import { asOwner } from "#tests/support/database.ts";
import { randomName } from "#tests/support/people.ts";
import { type Catalog, extra, readCatalog } from "./catalog.ts";

/** What the migrations add because Prisma's schema language has no words for it. */
const checks = [
  "crm_leads crm_leads_call_attempts_check",
  "crm_leads crm_leads_cod_status_check",
  "crm_leads crm_leads_kpi_status_check",
  "crm_leads crm_leads_logistic_status_check",
  "crm_leads crm_leads_order_check",
  "crm_leads crm_leads_source_check",
  "crm_tags crm_tags_color_check",
  "crm_tags crm_tags_name_check",
  "customers customers_phone_check",
  "integrations integrations_domain_check",
  "integrations integrations_type_check",
  "memberships memberships_role_check",
  "orders orders_currency_check",
  "orders orders_fulfillment_status_check",
  "orders orders_payment_status_check",
  "orders orders_refunded_amount_check",
  "orders orders_status_check",
  "privacy_requests privacy_requests_kind_check",
  "products products_currency_check",
  "webhook_deliveries webhook_deliveries_status_check",
  "workspaces workspaces_currency_check",
  "workspaces workspaces_slug_check",
];

const expressionIndexes = [
  "CREATE UNIQUE INDEX customers_workspace_id_lower_email_key ON public.customers USING btree (workspace_id, lower(email))",
  "CREATE UNIQUE INDEX products_workspace_id_user_id_sku_key ON public.products USING btree (workspace_id, user_id, sku) NULLS NOT DISTINCT",
];

const guards = [
  "crm_leads guard_owner",
  "crm_leads guard_reassignment",
  "integrations guard_owner",
  "memberships keep_one_admin",
  "orders guard_owner",
  "orders guard_reassignment",
  "products guard_owner",
];

describe("schema.prisma and the migrations agree", () => {
  const database = `schema_${randomName().replace("-", "_")}`;
  let fromSchema: Catalog;
  let fromMigrations: Catalog;

  beforeAll(async () => {
    const { DIRECT_URL = "" } = inject("env");
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

  test("on indexes, but for those over an expression", () => {
    expect(extra(fromSchema.indexes, fromMigrations.indexes)).toEqual([]);
    expect(extra(fromMigrations.indexes, fromSchema.indexes)).toEqual(expressionIndexes);
  });

  test("and the migrations add the named checks and triggers, no others", () => {
    const touched = fromSchema.columns
      .filter((line) => line.includes(".updated_at "))
      .map((line) => `${line.split(".")[0]} touch_updated_at`);
    expect(fromSchema.checks).toEqual([]);
    expect(fromMigrations.checks).toEqual(checks);
    expect(fromMigrations.triggers).toEqual([...guards, ...touched].sort());
  });
});

async function scriptOfSchema(connectionString: string): Promise<string> {
  const [path, content] = await readSchema();
  const { stdout } = await withSchemaEngine(connectionString, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path, content }] },
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
