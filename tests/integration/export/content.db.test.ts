import { beforeAll, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { leadExport } from "#lib/export/leads.ts";
import { csvStream } from "#lib/export/stream.ts";
import { leadList } from "#lib/leads/list.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createSale, insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";
import { exportList } from "./exported.ts";

let workspace: Workspace;
let seller: Person;
let session: Session;

beforeAll(async () => {
  workspace = await createWorkspace("RON");
  seller = await createMember(workspace, "seller");
  session = {
    ...seller,
    aal: "aal1",
    locale: "en",
    timezone: "Europe/Bucharest",
    timeFormat: "24h",
    role: "seller",
    workspace: { ...workspace, currency: "RON", timezone: "Europe/Bucharest" },
  };
});

test("a lead is written out as numbers, words and times of the person", async () => {
  const sale = await createSale({ workspace, seller, store: await createStore(workspace, seller) });
  await asOwner("update orders set current_total_amount = '-12.500', currency = 'EUR' where id = $1", [
    sale.orderId,
  ]);
  await asOwner("update order_items set product_sku = '-LAMP' where id = $1", [sale.itemId]);
  await asOwner(
    `update crm_leads set arrived_at = '2026-11-21T15:00:05Z', name = $2, phone = '+40722123456', is_test = true where id = $1`,
    [sale.leadId, '=HYPERLINK("http://evil.example","Ștefan"), 日本\n🙂'],
  );
  const [row] = await exportList("leads", session);
  expect(row).toMatchObject({
    Arrived: "2026-11-21T17:00:05+02:00",
    Order: "#1001",
    Customer: '\'=HYPERLINK("http://evil.example","Ștefan"), 日本\n🙂',
    Phone: "+40722123456",
    Item: "Lamp",
    SKU: "'-LAMP",
    "Other items": "0",
    Total: "-12.50",
    Currency: "EUR",
    "COD status": "Pending",
    "KPI status": "Waiting",
    "Test order": "Yes",
  });
});

test("5,000 leads come in pieces of at most 100, and none is missing", async () => {
  const { many, manySession } = await sellerOfMany(5_000);
  const stream = csvStream(
    await leadExport.columns(manySession),
    leadExport.pages(manySession, leadList.load("?")),
    fail,
  );
  const names: string[] = [];
  let longest = 0;
  for await (const chunk of stream) {
    const found = [...new TextDecoder().decode(chunk).matchAll(/Buyer \d+/g)].map(([name]) => name);
    longest = Math.max(longest, found.length);
    names.push(...found);
  }
  expect(longest).toBe(100);
  expect(names).toEqual(Array.from({ length: many }, (_, index) => `Buyer ${many - index}`));
});

test("a reader who goes away stops the queries", async () => {
  const { manySession } = await sellerOfMany(1_000);
  let pages = 0;
  async function* counted() {
    for await (const page of leadExport.pages(manySession, leadList.load("?"))) {
      pages += 1;
      yield page;
    }
  }
  const reader = csvStream(await leadExport.columns(manySession), counted(), fail).getReader();
  for (let chunk = 0; chunk < 3; chunk++) await reader.read();
  await reader.cancel();
  expect(pages).toBeLessThanOrEqual(4);
});

async function sellerOfMany(many: number): Promise<{ many: number; manySession: Session }> {
  const busy = await createMember(workspace, "seller");
  await insert("user_settings", { user_id: busy.userId });
  await asOwner(
    `insert into crm_leads (id, workspace_id, user_id, name, source, cod_status, kpi_status, arrived_at)
     select gen_random_uuid(), $1, $2, 'Buyer ' || number, 'manual', 'pending', 'waiting',
       timestamptz '2026-01-01' + number * interval '1 second'
     from generate_series(1, $3::int) number`,
    [workspace.id, busy.userId, many],
  );
  // As the database does by itself after a while: until then it plans as if they were few.
  await asOwner("analyze crm_leads");
  return { many, manySession: { ...session, userId: busy.userId } };
}

function fail(error: unknown): void {
  throw error;
}
