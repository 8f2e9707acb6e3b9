import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

const migration = new URL(
  "../../../prisma/migrations/20261206070000_figures_told_to_contacts/migration.sql",
  import.meta.url,
);
const longAgo = new Date("2020-01-01T00:00:00Z");

let customerId: string;
let leadId: string;

beforeAll(async () => {
  const workspace = await createWorkspace();
  const owner = await signIn(workspace, "seller");
  const store = await createStore(workspace, owner);
  customerId = await createBuyer(workspace, { name: "Ana Pop", email: "ana@buyer.example" });
  const purchase = { storeId: store.id, owner, customerId, number: "1001", email: "ana@buyer.example" };
  const orderedAt = "2025-03-01T10:00:00Z";
  ({ leadId } = await createPurchase(workspace, { ...purchase, orderedAt, kpi: "paid", total: "12.500" }));
});

const write = (table: string, changes: string) =>
  asOwner(`update ${table} set ${changes} where customer_id = $1`, [customerId]);

async function contact(): Promise<Record<string, unknown> | undefined> {
  const [row] = await asOwner(
    `select orders_count as orders, refused_count as refused, spent_thousandths::int as spent, updated_at as "updatedAt"
     from customer_contacts where customer_id = $1`,
    [customerId],
  );
  return row;
}

test("contacts of before are told their figures, and are as old as they were", async () => {
  await write(
    "customer_contacts",
    "orders_count = 0, spent_thousandths = 0, updated_at = '2020-01-01T00:00:00Z'",
  );
  await asOwner(await readFile(migration, "utf8"));
  expect(await contact()).toEqual({ orders: 1, refused: 0, spent: 12_500, updatedAt: longAgo });
});

test("figures that change leave a contact as old as it is, what is known of the buyer does not", async () => {
  await write("customer_contacts", "updated_at = '2020-01-01T00:00:00Z'");
  await write("customer_sellers", "refused_count = 1");
  expect(await contact()).toEqual({ orders: 1, refused: 1, spent: 12_500, updatedAt: longAgo });
  await write("customer_contacts", "city = 'Iași'");
  expect((await contact())?.updatedAt).not.toEqual(longAgo);
});

test("a contact that comes with a first lead is written once, with its figures", async () => {
  await asOwner(`
    do $$ declare written constant bigint := pg_stat_get_xact_tuples_updated('customer_contacts'::regclass); begin
      delete from customer_contacts where customer_id = '${customerId}';
      delete from customer_sellers where customer_id = '${customerId}';
      if astra.know_first_leads(array['${leadId}']::uuid[]) <> '{}' then raise exception 'not known by the lead alone'; end if;
      if pg_stat_get_xact_tuples_updated('customer_contacts'::regclass) > written then raise exception 'written twice'; end if;
    end $$`);
  expect(await contact()).toMatchObject({ orders: 1, refused: 0, spent: 12_500 });
});
