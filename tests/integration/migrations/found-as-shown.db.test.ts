import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { changeDefinition } from "#tests/support/definitions.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { createSale, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

const migration = new URL(
  "../../../prisma/migrations/20261130040000_found_as_shown/migration.sql",
  import.meta.url,
);
/** The part that writes rows; its functions are there already. */
const rewriting = "-- What is stored is normalised anew";

let sale: Sale;

beforeAll(async () => {
  const workspace = await createWorkspace();
  const seller = await createMember(workspace, "seller");
  sale = await createSale({ workspace, seller, store: await createStore(workspace, seller) });
  for (const [table, id] of tables())
    await asOwner(`update ${table} set name = 'أحمد Đorđe', updated_at = '2026-01-01' where id = $1`, [id]);
});

function tables(): [string, string][] {
  return [
    ["customers", sale.customerId],
    ["crm_leads", sale.leadId],
  ];
}

const rowOf = async (table: string, id: string) => {
  const [row] = await asOwner(
    `select search_text as text, updated_at as "updatedAt", xmin::text as version from ${table} where id = $1`,
    [id],
  );
  return row;
};

/** A migration runs alone; here other tests write the same tables, and whoever meets them in a deadlock tries again. */
async function asIfAlone(sql: string, values: unknown[] = []): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await asOwner(sql, values);
      return;
    } catch (error) {
      const isDeadlock = (error as { code?: string }).code === "40P01";
      if (!isDeadlock || tries === 10) throw error;
    }
  }
}

async function migrate(): Promise<void> {
  const sql = await readFile(migration, "utf8");
  await asIfAlone(sql.slice(sql.indexOf(rewriting)));
}

test("what is stored is normalised as whatever comes, and is not touched otherwise", async () => {
  for (const [table, id] of tables()) {
    const asWritten = await rowOf(table, id);
    await changeDefinition(`alter table ${table} disable trigger touch_updated_at`);
    await asIfAlone(`update ${table} set search_text = 'أحمد dorde' where id = $1`, [id]);
    await changeDefinition(`alter table ${table} enable trigger touch_updated_at`);
    await migrate();
    const migrated = await rowOf(table, id);
    expect(migrated).toMatchObject({ text: asWritten?.text, updatedAt: asWritten?.updatedAt });
    expect(migrated?.text).toContain("احمد dorde");
    expect(migrated?.text).toContain("djordje");
    await migrate();
    expect(await rowOf(table, id)).toEqual(migrated);
  }
});
