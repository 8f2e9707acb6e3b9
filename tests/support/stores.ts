import { randomBytes, randomUUID } from "node:crypto";
import type { StoreType } from "#lib/stores/model.ts";
import { encryptSecret } from "#lib/stores/secrets.ts";
import { asOwner } from "#tests/support/database.ts";
import { type Person, randomName, type Workspace } from "#tests/support/people.ts";

/** A connected store, and the secret that signs its deliveries. */
export interface Store {
  id: string;
  type: StoreType;
  domain: string;
  secret: string;
}

/** Connects a store of `owner` to the workspace. */
export async function createStore(
  workspace: Workspace,
  owner: Pick<Person, "userId">,
  type: StoreType = "shopify",
): Promise<Store> {
  const id = randomUUID();
  const secret = randomBytes(24).toString("hex");
  const domain = type === "shopify" ? `${randomName()}.myshopify.com` : `${randomName()}.example.com`;
  await asOwner(
    "insert into integrations (id, workspace_id, user_id, name, type, domain) values ($1, $2, $3, $4, $5, $4)",
    [id, workspace.id, owner.userId, domain, type],
  );
  await asOwner("insert into integration_secrets (integration_id, webhook_secret) values ($1, $2)", [
    id,
    encryptSecret(secret, id),
  ]);
  return { id, type, domain, secret };
}
