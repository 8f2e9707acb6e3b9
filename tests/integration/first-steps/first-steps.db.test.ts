import { beforeEach, describe, expect, test, vi } from "vitest";
import { hideFirstSteps, removeSampleOrder, sendSampleOrder } from "#lib/first-steps/commands.ts";
import { loadFirstSteps } from "#lib/first-steps/queries.ts";
import { foldFigures } from "#lib/kpi/commands.ts";
import { pauseStore } from "#lib/stores/life-commands.ts";
import { storeTypes } from "#lib/stores/model.ts";
import { invite } from "#lib/team/invitations.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createWorkspace, randomName, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { deliverSample } from "#tests/support/receive.ts";
import { createStore } from "#tests/support/stores.ts";

const bot = vi.hoisted(() => ({ isThere: true }));
vi.mock("#lib/telegram/bot.ts", async (original) => ({
  ...(await original<typeof import("#lib/telegram/bot.ts")>()),
  isTelegramOn: () => bot.isThere,
}));

let workspace: Workspace;
let admin: Member;
let seller: Member;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin");
});

async function stepsOf(member: Member): Promise<Record<string, boolean>> {
  const found = await loadFirstSteps(member);
  return Object.fromEntries(found?.steps.map(({ id, isDone }) => [id, isDone]) ?? []);
}

/** How many rows of the workspace's orders, leads, customers and deliveries there are. */
async function rowsOf({ id }: Workspace): Promise<unknown> {
  const [row] = await asOwner(
    `select (select count(*)::int from orders where workspace_id = $1) as orders,
      (select count(*)::int from crm_leads where workspace_id = $1) as leads,
      (select count(*)::int from customers where workspace_id = $1) as customers,
      (select count(*)::int from webhook_deliveries delivery join integrations store on store.id = delivery.integration_id
        where store.workspace_id = $1) as deliveries`,
    [id],
  );
  return row;
}

describe("the first steps", () => {
  test("tick themselves off as each is truly done", async () => {
    expect(await stepsOf(admin)).toEqual({ store: false, delivery: false, telegram: false, team: false });
    const store = await createStore(workspace, admin);
    expect(await stepsOf(admin)).toEqual({ store: true, delivery: false, telegram: false, team: false });
    await deliverSample(store, "shopify/orders-create-sample-2024-10");
    await asOwner("insert into user_settings (user_id, telegram_chat_id) values ($1, 1)", [admin.userId]);
    await invite(admin, { email: `${randomName()}@example.com`, name: "New", role: "seller" });
    expect(await stepsOf(admin)).toEqual({ store: true, delivery: true, telegram: true, team: true });
  });

  test("without a bot tell an admin that one is wanted, whatever was linked before, and ask nothing of a seller", async () => {
    const [linked, other] = [await signIn(workspace, "admin"), await signIn(workspace, "seller")];
    await asOwner("insert into user_settings (user_id, telegram_chat_id) values ($1, 2)", [linked.userId]);
    expect(await loadFirstSteps(linked)).toMatchObject({ telegramText: "textOfAdmin" });
    bot.isThere = false;
    try {
      expect(await loadFirstSteps(linked)).toMatchObject({ telegramText: "textWithoutBot" });
      expect(await stepsOf(linked)).toMatchObject({ telegram: false });
      expect(await stepsOf(other)).not.toHaveProperty("telegram");
    } finally {
      bot.isThere = true;
    }
  });

  test("of a seller are of the own stores, and managers and viewers have none", async () => {
    seller = await signIn(workspace, "seller");
    await createStore(workspace, admin);
    expect(await stepsOf(seller)).toEqual({ store: false, delivery: false, telegram: false });
    await createStore(workspace, seller);
    expect(await stepsOf(seller)).toEqual({ store: true, delivery: false, telegram: false });
    for (const role of ["manager", "viewer"] as const)
      expect(await loadFirstSteps(await signIn(workspace, role))).toBeNull();
  });

  test("are put away in this workspace alone, and taken out again", async () => {
    const isHidden = async () => (await loadFirstSteps(admin))?.isHidden;
    expect(await isHidden()).toBe(false);
    await hideFirstSteps(admin, { isHidden: true });
    await hideFirstSteps(admin, { isHidden: true });
    expect(await isHidden()).toBe(true);
    const elsewhere = await createWorkspace();
    await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'admin')", [
      elsewhere.id,
      admin.userId,
    ]);
    const there = { ...admin, workspace: { ...admin.workspace, id: elsewhere.id } };
    expect((await loadFirstSteps(there))?.isHidden).toBe(false);
    await hideFirstSteps(admin, { isHidden: false });
    expect(await isHidden()).toBe(false);
  });
});

describe.each(storeTypes)("a sample order of %s", (type) => {
  test("goes the whole way, as a test that nothing counts, and leaves the step to the shop", async () => {
    const store = await createStore(workspace, admin, type);
    await asOwner(
      `insert into products (workspace_id, sku, name, currency, price) values ($1, 'SAMPLE-LAMP', 'Lamp', 'EUR', 1)`,
      [workspace.id],
    );
    const { leadId } = await sendSampleOrder(admin, { storeId: store.id });
    const [lead] = await asOwner(
      `select lead.is_test, "order".is_test as order_is_test, lead.name, lead.phone, lead.cod_status, "order".order_number, "order".currency,
        "order".total_amount::text as total, (select count(*)::int from order_items where order_id = "order".id) as lines
       from crm_leads lead join orders "order" on "order".id = lead.order_id where lead.id = $1`,
      [leadId],
    );
    expect(lead).toEqual({
      is_test: true,
      order_is_test: true,
      name: "Sample Buyer",
      phone: "+447700900123",
      cod_status: "pending",
      order_number: "SAMPLE",
      currency: "EUR",
      total: "60.000",
      lines: 2,
    });
    const [delivery] = await asOwner(
      "select status, error, not_understood from webhook_deliveries where integration_id = $1",
      [store.id],
    );
    expect(delivery).toEqual({ status: "processed", error: null, not_understood: [] });
    await foldFigures();
    expect(await asOwner("select 1 from lead_figures where workspace_id = $1", [workspace.id])).toEqual([]);
    const [product] = await asOwner(
      "select stock::int, reserved::int from products where workspace_id = $1",
      [workspace.id],
    );
    expect(product).toEqual({ stock: 0, reserved: 0 });
    const found = await loadFirstSteps(admin);
    expect(found?.sample).toEqual({ storeId: store.id, leadId });
    expect((await stepsOf(admin)).delivery).toBe(false);
  });

  test("is there once, and is removed without a trace, as often as one likes", async () => {
    const store = await createStore(workspace, admin, type);
    for (let time = 0; time < 2; time += 1) {
      const first = await sendSampleOrder(admin, { storeId: store.id });
      expect(await sendSampleOrder(admin, { storeId: store.id })).toEqual(first);
      expect(await rowsOf(workspace)).toEqual({ orders: 1, leads: 1, customers: 1, deliveries: 1 });
      await removeSampleOrder(admin, { storeId: store.id });
      expect(await rowsOf(workspace)).toEqual({ orders: 0, leads: 0, customers: 0, deliveries: 0 });
    }
  });

  test("leaves what the shop itself sent, and when it did", async () => {
    const store = await createStore(workspace, admin, type);
    const sample =
      type === "shopify"
        ? "shopify/orders-create-sample-2024-10"
        : "woocommerce/order-created-signed-inr-cod";
    await deliverSample(store, sample);
    const before = await rowsOf(workspace);
    await asOwner("update integrations set last_delivery_at = now() - interval '1 hour' where id = $1", [
      store.id,
    ]);
    await sendSampleOrder(admin, { storeId: store.id });
    const [row] = await asOwner<{ isOld: boolean }>(
      `select last_delivery_at < now() - interval '50 minutes' as "isOld" from integrations where id = $1`,
      [store.id],
    );
    expect(row?.isOld).toBe(true);
    await removeSampleOrder(admin, { storeId: store.id });
    expect(await rowsOf(workspace)).toEqual(before);
  });
});

describe("a sample order", () => {
  test("is sent and removed by whoever may edit the store alone", async () => {
    seller = await signIn(workspace, "seller");
    const store = await createStore(workspace, admin);
    const stranger = await signIn(await createWorkspace(), "admin");
    for (const member of [seller, stranger])
      await expect(sendSampleOrder(member, { storeId: store.id })).rejects.toThrow("notFoundStore");
    await sendSampleOrder(admin, { storeId: store.id });
    for (const { userId } of [seller, stranger, await signIn(workspace, "manager")])
      await expect(
        asPerson(userId, (query) => query("select astra.remove_sample_order($1)", [store.id])),
      ).rejects.toThrow("not yours to edit");
    const own = await createStore(workspace, seller);
    await sendSampleOrder(seller, { storeId: own.id });
    await removeSampleOrder(seller, { storeId: own.id });
    expect((await loadFirstSteps(admin))?.sample?.storeId).toBe(store.id);
  });

  test("is not sent in the name of a store that is paused", async () => {
    const store = await createStore(workspace, admin);
    await pauseStore(admin, store.id);
    await expect(sendSampleOrder(admin, { storeId: store.id })).rejects.toThrow("sampleStorePaused");
  });
});
