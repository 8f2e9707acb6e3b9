import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { encryptSecret } from "#lib/stores/secrets.ts";
import { withClient } from "#scripts/bench/ingest/servers.ts";
import type { SigningStore } from "#scripts/simulator/delivery.ts";

/**
 * A workspace with one seller and that many stores, in a database that is migrated. Written in SQL and with nothing that is not asked for, so
 * that it fits Astra's database of any time.
 */
export async function makeStores(directUrl: string, count: number, secret: string): Promise<SigningStore[]> {
  return withClient(directUrl, (client) => writeStores(client, count, secret));
}

async function writeStores(client: pg.Client, count: number, secret: string): Promise<SigningStore[]> {
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
      `insert into integrations (id, workspace_id, user_id, name, type, domain, updated_at)
       values ($1, $2, $3, $4, 'shopify', $4, now())`,
      [id, workspaceId, userId, domain],
    );
    await client.query(
      "insert into integration_secrets (integration_id, webhook_secret, updated_at) values ($1, $2, now())",
      [id, encryptSecret(secret, id)],
    );
    stores.push({ type: "shopify", domain, secret });
  }
  return stores;
}

export function newSecret(): string {
  return randomBytes(24).toString("hex");
}
