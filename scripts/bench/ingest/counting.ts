import { withClient } from "#scripts/bench/ingest/servers.ts";

/** What a new order has to do for figures and stock. */
const triggers = [
  ["crm_leads", "note_inserts"],
  ["crm_leads", "note_stock"],
  ["order_items", "note_stock"],
] as const;

/** Has orders counted and served from stock, or not. */
export function setCounting(directUrl: string, isOn: boolean): Promise<void> {
  return withClient(directUrl, async (client) => {
    for (const [table, trigger] of triggers)
      await client.query(`alter table ${table} ${isOn ? "enable" : "disable"} trigger ${trigger}`);
  });
}

/** Keeps stock of all that is ordered. */
export function keepStock(directUrl: string, skus: readonly string[]): Promise<void> {
  return withClient(directUrl, async (client) => {
    await client.query(
      `insert into products (workspace_id, sku, name, price, currency)
       select id, sku, sku, 1, 'EUR' from workspaces, unnest($1::text[]) sku`,
      [skus],
    );
  });
}
