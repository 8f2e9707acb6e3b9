import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, randomName } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

const migration = new URL(
  "../../../prisma/migrations/20261130070010_kept_signatures/migration.sql",
  import.meta.url,
);

test("signatures that were kept before are gone, and no other header", async () => {
  const workspace = await createWorkspace();
  const store = await createStore(workspace, await createMember(workspace, "seller"));
  for (const name of ["x-shopify-hmac-sha256", "shopify-hmac-sha256", "x-wc-webhook-signature"]) {
    const headers = JSON.stringify({ [name]: "c2lnbmVk", "x-shopify-topic": "orders/create" });
    const kept = { topic: "orders/create", dedupe_key: randomName(), headers, payload: Buffer.from("{}") };
    await insert("webhook_deliveries", { integration_id: store.id, ...kept });
  }
  await asOwner(await readFile(migration, "utf8"));
  const rows = await asOwner("select headers from webhook_deliveries where integration_id = $1", [store.id]);
  expect(rows).toEqual(Array(3).fill({ headers: { "x-shopify-topic": "orders/create" } }));
});
