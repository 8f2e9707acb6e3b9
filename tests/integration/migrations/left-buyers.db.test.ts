import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { openStore, tellOrder } from "#tests/support/told-orders.ts";

const migration = new URL(
  "../../../prisma/migrations/20261201060000_left_buyers/migration.sql",
  import.meta.url,
);
/** The rows that are written; what follows the statement and stands in front of it are triggers that need not rest here. */
const writing = /^update customers customer[^;]+;/m;

const named = async (customerId: string | null) => {
  const [customer] = await asOwner(`select named_by_id as store from customers where id = $1`, [customerId]);
  return customer?.store;
};

test("a buyer whose last order moved away before is of the store whose timeline says so", async () => {
  const workspace = await createWorkspace();
  const seller = await createMember(workspace, "seller");
  const [store, another] = [await openStore(workspace, seller), await openStore(workspace, seller)];
  const mira = { name: "Mira Plecata", email: "mira.plecata@example.com", phone: "+40722606001" };
  const horia = { name: "Horia Venit", email: "horia.venit@example.com", phone: "+40722606002" };
  await tellOrder(another, { id: "1", buyer: horia });
  const left = await tellOrder(store, { id: "1", buyer: mira });
  const kept = await tellOrder(store, { id: "1", buyer: horia, change: "updated", updatedAt: new Date() });
  expect(await named(left.customerId)).toBe(store.id);
  await asOwner("update customers set named_by_id = null where id = $1", [left.customerId]);
  const [statement] = writing.exec(await readFile(migration, "utf8")) ?? [];
  await asOwner(statement ?? "");
  expect(await named(left.customerId)).toBe(store.id);
  expect(await named(kept.customerId)).toBeNull();
});
