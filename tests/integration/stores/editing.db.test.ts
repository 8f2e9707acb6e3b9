import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { processPausedDeliveries } from "#lib/ingest/waiting.ts";
import { editStore } from "#lib/stores/commands.ts";
import { pauseStore, resumeStore } from "#lib/stores/life-commands.ts";
import { getStore } from "#lib/stores/queries.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliveriesOf, ordersOf } from "#tests/integration/ingest/records.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

vi.mock("#lib/base/db/access.ts", async (load) => {
  const access = await load<typeof import("#lib/base/db/access.ts")>();
  return { ...access, forUser: vi.fn(access.forUser) };
});

let desk: Desk;
let store: Store;

beforeAll(async () => {
  desk = await createDesk();
});

beforeEach(async () => {
  store = await createStore(desk.workspace, desk.seller);
});

const edit = (session: Session, userId?: string) =>
  editStore(session, { id: store.id, name: "Renamed", codGateways: [], defaultCountry: "", userId });

const ownerOf = async () => (await getStore(desk.admin, store.id))?.store.owner.id;

describe("a store's owner", () => {
  test("is changed by an admin; leads stay, new ones are the new owner's", async () => {
    await deliverHere(store, "orders/create", shopifyOrder());
    await edit(desk.admin, desk.otherSeller.userId);
    expect(await ownerOf()).toBe(desk.otherSeller.userId);
    await deliverHere(
      store,
      "orders/create",
      shopifyOrder({ id: 5_001_000_002, email: "other@example.com" }),
    );
    const leads = await asOwner(
      `select lead.user_id as "worker", lead.store_user_id as "owner" from crm_leads lead
       where lead.integration_id = $1 order by lead.created_at`,
      [store.id],
    );
    const owner = desk.otherSeller.userId;
    expect(leads).toEqual([
      { worker: desk.seller.userId, owner },
      { worker: owner, owner },
    ]);
  });

  test("has two minutes to change, since a store brings all its orders along", async () => {
    await edit(desk.admin, desk.otherSeller.userId);
    expect(forUser).toHaveBeenLastCalledWith(desk.admin, expect.any(Function), { timeout: 120_000 });
    await edit(desk.admin, desk.otherSeller.userId);
    expect(forUser).toHaveBeenLastCalledWith(desk.admin, expect.any(Function), {});
  });

  test("is not changed by a seller, not even of an own store", async () => {
    await expect(edit(desk.seller, desk.otherSeller.userId)).rejects.toMatchObject({ key: "forbidden" });
    expect(await ownerOf()).toBe(desk.seller.userId);
    await edit(desk.seller, desk.seller.userId);
    expect((await getStore(desk.seller, store.id))?.store.name).toBe("Renamed");
  });

  test("is somebody of the workspace who can own one", async () => {
    const viewer = await createMember(desk.workspace, "viewer");
    for (const { userId } of [viewer, desk.stranger])
      await expect(edit(desk.admin, userId)).rejects.toMatchObject({
        key: "notFoundSeller",
        field: "userId",
      });
    expect(await ownerOf()).toBe(desk.seller.userId);
  });
});

describe("a pause", () => {
  test("keeps what comes, which becomes leads once the store is taken up again", async () => {
    await pauseStore(desk.seller, store.id);
    await pauseStore(desk.admin, store.id);
    expect((await getStore(desk.seller, store.id))?.store).toMatchObject({
      isActive: false,
      pausedReason: null,
    });
    await deliverHere(store, "orders/create", shopifyOrder());
    expect(await deliveriesOf(store)).toMatchObject([{ status: "ignored", error: "This store is paused." }]);
    await resumeStore(desk.seller, store.id);
    await processPausedDeliveries(store.id);
    expect(await ordersOf(store)).toHaveLength(1);
  });

  test("leaves it said that the app was uninstalled", async () => {
    await deliverHere(store, "app/uninstalled", { myshopify_domain: store.domain });
    await pauseStore(desk.seller, store.id);
    expect((await getStore(desk.seller, store.id))?.store.pausedReason).toBe("uninstalled");
  });

  test("is made by nobody who may not change the store", async () => {
    for (const session of [desk.otherSeller, desk.stranger, desk.manager])
      await expect(pauseStore(session, store.id)).rejects.toMatchObject({ key: "notFoundStore" });
    expect((await getStore(desk.seller, store.id))?.store.isActive).toBe(true);
  });
});
