import { createHmac, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { disconnect } from "#lib/base/db/client.ts";
import { receive } from "#lib/ingest/receive.ts";
import { tracesOfNamed } from "#lib/ingest/traces.ts";
import { createStoreFor } from "#lib/stores/commands.ts";
import { newStoreSchema } from "#lib/stores/schema.ts";
import { createMember, createWorkspace } from "#lib/team/commands.ts";
import { orderText } from "#scripts/bench/hostile/bodies.ts";
import { applyMigrations } from "#scripts/migrate.ts";
import { startStack } from "#scripts/stack/stack.ts";

// npm run bench:redaction: a store of which a gigabyte of deliveries is kept is asked to remove one buyer, in a database of the bench's own.
// It ends with code 1 when that takes longer than promised, or leaves anything.

const most = 5_000;
const deliveries = 100_000;
/** What can't be compressed, so that what is kept is as large as what came. Bytes. */
const size = 10_500;
const domain = "redaction.myshopify.com";
const address = "http://127.0.0.1/api/webhooks/shopify";
const secret = randomBytes(12).toString("base64url");
const gone = { id: "990001", email: "gone@redaction.example", name: "Zamfira Quintus" };

const dataDir = await mkdtemp(join(tmpdir(), "astra-redaction-"));
const stack = await startStack({ dataDir, appUrl: "http://127.0.0.1:3000", log: console.log });
try {
  await applyMigrations(stack.env.DIRECT_URL);
  await stack.enableAppLogin();
  process.loadEnvFile(stack.paths.stackEnv);
  process.exitCode = (await run(stack.env.DIRECT_URL)) ? 0 : 1;
} finally {
  await disconnect();
  await stack.stop();
  await rm(dataDir, { recursive: true });
}

/** @returns whether the promise was kept */
async function run(ownerUrl: string): Promise<boolean> {
  const storeId = await openStore();
  await deliver("orders/create", orderText({ id: gone.id, email: gone.email }));
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await keepOthers(owner, storeId);
  const startedAt = performance.now();
  await deliver("customers/redact", redactionText());
  const milliseconds = performance.now() - startedAt;
  const { rows } = await owner.query<{ size: string; emptied: number; left: number; status: string }>(
    `select pg_size_pretty(pg_total_relation_size('webhook_deliveries')) as size, count(*) filter (where payload = '')::int as emptied,
       (select count(*)::int from orders where shipping_email = $1) as left,
       max(status) filter (where topic = 'customers/redact') as status
     from webhook_deliveries`,
    [gone.email],
  );
  await owner.end();
  const [found] = rows;
  console.log(
    `One buyer among ${deliveries.toLocaleString("en")} deliveries (${found?.size}): ${milliseconds.toFixed(0)} ms.`,
  );
  console.log(
    `Payloads emptied: ${found?.emptied}; orders that still name the buyer: ${found?.left}; ${found?.status}.`,
  );
  // The buyer's order, and the request itself.
  return milliseconds < most && found?.emptied === 2 && found.left === 0 && found.status === "processed";
}

async function openStore(): Promise<string> {
  const workspace = await createWorkspace({ name: "Redaction bench", currency: "EUR", timezone: "UTC" });
  const seller = { email: "ana@redaction.example", name: "Ana", password: secret, role: "seller" as const };
  const { userId } = await createMember({ ...seller, workspaceId: workspace.id });
  const store = { type: "shopify", name: "Shop", domain, webhookSecret: secret };
  return createStoreFor({ workspaceId: workspace.id, userId }, newStoreSchema.parse(store));
}

/** Sends a delivery as the shop would, signed, and waits until it is worked in. */
async function deliver(topic: string, body: string): Promise<void> {
  const headers = {
    "X-Shopify-Topic": topic,
    "X-Shopify-Shop-Domain": domain,
    "X-Shopify-Webhook-Id": topic,
    "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(body).digest("base64"),
  };
  const { status } = await receive("shopify", new Request(address, { method: "POST", headers, body }));
  if (status !== 200) throw new Error(`The delivery of ${topic} was answered ${status}.`);
}

function redactionText(): string {
  return JSON.stringify({
    shop_id: 1,
    shop_domain: domain,
    customer: { id: 7, email: gone.email, phone: null },
    orders_to_redact: [gone.id],
  });
}

/** The deliveries of as many other buyers, worked in and looked through. */
async function keepOthers(owner: Client, storeId: string): Promise<void> {
  const noise = randomBytes(size);
  const batch = 5_000;
  for (let first = 0; first < deliveries; first += batch) {
    const numbers = Array.from({ length: batch }, (_, index) => first + index);
    const traces = numbers.map((number) =>
      tracesOfNamed(storeId, {
        ids: [`f-${number}`],
        emails: [`buyer-${number}@redaction.example`],
        phones: [`+40722${String(number).padStart(6, "0")}`],
      }).map(String),
    );
    await owner.query(
      `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, traces, subject, status, processed_at)
       select $1, 'orders/create', 'f-' || number, '{}', convert_to(number::text, 'utf8') || $2::bytea,
         array(select jsonb_array_elements_text(traces)::bigint), 'order:f-' || number, 'processed', now()
       from unnest($3::int[], $4::jsonb[]) as other (number, traces)`,
      [storeId, noise, numbers, traces.map((one) => JSON.stringify(one))],
    );
  }
  await owner.query("analyze webhook_deliveries");
}
