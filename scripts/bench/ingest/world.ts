import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { encryptSecret } from "#lib/stores/secrets.ts";
import type { SigningStore } from "#scripts/simulator/delivery.ts";

/**
 * A workspace with one seller and that many stores, in a database that is migrated. Written in SQL and with nothing that is not asked for, so
 * that it fits Astra's database of any time.
 */
export async function makeStores(directUrl: string, count: number, secret: string): Promise<SigningStore[]> {
  const client = new pg.Client({ connectionString: directUrl });
  await client.connect();
  const [workspaceId, userId] = [randomUUID(), randomUUID()];
  await client.query(
    "insert into workspaces (id, name, slug, currency, timezone, updated_at) values ($1, 'Bench', 'bench', 'EUR', 'UTC', now())",
    [workspaceId],
  );
  await client.query(
    "insert into users (id, name, email, updated_at) values ($1, 'Ana', 'ana@bench.example', now())",
    [userId],
  );
  await client.query(
    "insert into memberships (workspace_id, user_id, role, updated_at) values ($1, $2, 'seller', now())",
    [workspaceId, userId],
  );
  const stores: SigningStore[] = [];
  for (let number = 1; number <= count; number++) {
    const [id, domain] = [randomUUID(), `bench-${number}.myshopify.com`];
    await client.query(
      `insert into integrations (id, workspace_id, user_id, name, type, domain, default_country, updated_at)
       values ($1, $2, $3, $4, 'shopify', $4, 'RO', now())`,
      [id, workspaceId, userId, domain],
    );
    await client.query(
      "insert into integration_secrets (integration_id, webhook_secret, updated_at) values ($1, $2, now())",
      [id, encryptSecret(secret, id)],
    );
    stores.push({ type: "shopify", domain, secret });
  }
  await client.end();
  return stores;
}

export function newSecret(): string {
  return randomBytes(24).toString("hex");
}
