import type { Client } from "pg";

/** The tables of which the bench fills many rows. */
const bulkTables = [
  "customers",
  "orders",
  "order_items",
  "crm_leads",
  "crm_lead_tags",
  "customer_sellers",
  "customer_contacts",
];

/**
 * Runs `work` in one transaction while the large tables have no triggers, foreign keys and secondary indexes; afterwards these are
 * back, and the foreign keys have been checked. If anything fails, all is as before.
 */
export async function loadInBulk(client: Client, work: () => Promise<void>, report: (step: string) => void) {
  await client.query("begin");
  try {
    await client.query("set local maintenance_work_mem = '1GB'; set local work_mem = '256MB'");
    await client.query(bulkTables.map((table) => `alter table ${table} disable trigger user;`).join(""));
    const foreignKeys = await dropForeignKeys(client);
    const indexes = await dropIndexes(client);
    await work();
    for (const { name, definition } of indexes) {
      await client.query(definition);
      report(name);
    }
    for (const { name, definition } of foreignKeys) {
      await client.query(definition);
      report(name);
    }
    await client.query(bulkTables.map((table) => `alter table ${table} enable trigger user;`).join(""));
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** A part of a table and the statement that makes it again. */
interface Part {
  name: string;
  definition: string;
}

async function dropForeignKeys(client: Client): Promise<Part[]> {
  const { rows } = await client.query<Part & { removal: string }>(
    `select conname as name,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as definition,
       format('alter table %s drop constraint %I', conrelid::regclass, conname) as removal
     from pg_constraint where contype = 'f' and conrelid = any ($1::text[]::regclass[]) order by conrelid, conname`,
    [bulkTables],
  );
  for (const { removal } of rows) await client.query(removal);
  return rows;
}

async function dropIndexes(client: Client): Promise<Part[]> {
  const { rows } = await client.query<Part>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any ($1::text[]::regclass[]) and not indisprimary order by indrelid, indexrelid`,
    [bulkTables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows;
}
