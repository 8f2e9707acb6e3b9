import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { findStores } from "#lib/ingest/stores.ts";
import { changeSecret, createStore, createStoreFor } from "#lib/stores/commands.ts";
import type { NewStore } from "#lib/stores/schema.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { randomName } from "#tests/support/people.ts";
import { candidates } from "./shop.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

function newStore(domain: string, changes: Partial<NewStore> = {}): NewStore {
  const secret = { webhookSecret: `secret-of-${domain}`, codGateways: [] };
  return { type: "woocommerce", name: "Shop", domain, ...secret, ...changes };
}

/** Connects a store past the limit of a member. */
function connect(
  domain: string,
  changes: Partial<NewStore> = {},
  who: "seller" | "stranger" = "seller",
): Promise<string> {
  const { workspace, userId } = desk[who];
  return createStoreFor({ workspaceId: workspace.id, userId }, newStore(domain, changes));
}

const host = () => `${randomName()}.example.com`;

describe("a domain", () => {
  test("is one store's of a workspace, and says so there", async () => {
    const domain = host();
    await createStore(desk.seller, newStore(domain));
    await expect(createStore(desk.otherSeller, newStore(domain))).rejects.toMatchObject({
      key: "domainTaken",
      field: "domain",
    });
  });

  test("that another workspace has is connected as if it had not", async () => {
    const domain = host();
    await createStore(desk.stranger, newStore(domain));
    expect(await createStore(desk.seller, newStore(domain))).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("of the same host is another one with another folder", async () => {
    const domain = host();
    await connect(`${domain}/shop1`);
    await connect(`${domain}/shop2`);
    await expect(connect(`${domain}/shop1`)).rejects.toMatchObject({ key: "domainTaken" });
  });
});

test("a member connects twenty stores in an hour, and then waits", async () => {
  for (let count = 0; count < 20; count += 1) await createStore(desk.admin, newStore(host()));
  await expect(createStore(desk.admin, newStore(host()))).rejects.toMatchObject({ key: "tooManyStores" });
  await createStore(desk.seller, newStore(host()));
});

test("a member who speaks SQL connects no more, also when each is deleted again", async () => {
  const { workspace, userId } = desk.otherSeller;
  const connectBySql = () =>
    asPerson(userId, async (query) => {
      const id = randomUUID();
      await query(
        "insert into integrations (id, workspace_id, user_id, name, type, domain) values ($1, $2, $3, 'Shop', 'shopify', $4)",
        [id, workspace.id, userId, host()],
      );
      await query("delete from integrations where id = $1", [id]);
    });
  const counter = `new-stores:${userId}`;
  await asOwner("update rate_limits set points = 0 where key = $1", [counter]);
  for (let count = 0; count < 20; count += 1) await connectBySql();
  await expect(connectBySql()).rejects.toThrow("at most 20 stores an hour");
  await asOwner("update rate_limits set expire = 1 where key = $1", [counter]);
  await connectBySql();
});

describe("the stores that a delivery may belong to", () => {
  test("are those at the longest part of its path first", async () => {
    const domain = host();
    const [root, shop1, shop2] = [
      await connect(domain),
      await connect(`${domain}/shop1`),
      await connect(`${domain}/shop2`),
    ];
    expect(await candidates("woocommerce", `${domain}/shop1`)).toEqual([shop1, root]);
    expect(await candidates("woocommerce", `${domain}/shop2/deeper`)).toEqual([shop2, root]);
    expect(await candidates("woocommerce", `${domain}/shop`)).toEqual([root]);
    expect(await candidates("woocommerce", `${domain}/shop11`)).toEqual([root]);
    expect(await candidates("shopify", `${domain}/shop1`)).toEqual([]);
  });

  test("begin with the one that the address names, when it is of that host", async () => {
    const domain = host();
    const [root, shop1] = [await connect(domain), await connect(`${domain}/shop1`)];
    const elsewhere = await connect(host());
    expect(await candidates("woocommerce", domain, shop1)).toEqual([shop1, root]);
    expect(await candidates("woocommerce", domain, elsewhere)).toEqual([root]);
    expect(await candidates("woocommerce", domain, randomUUID())).toEqual([root]);
    expect(await candidates("woocommerce", domain, "' or true --")).toEqual([root]);
  });

  test("are of every workspace that has the domain, those that were written to first, and never many", async () => {
    const domain = host();
    const squatted = await connect(domain, {}, "stranger");
    const real = await connect(domain);
    expect(await candidates("woocommerce", domain)).toEqual([squatted, real]);
    await asOwner("update integrations set last_delivery_at = now() where id = $1", [real]);
    expect(await candidates("woocommerce", domain)).toEqual([real, squatted]);
    const many = await Promise.all(
      Array.from({ length: 25 }, async () => {
        const other = await createOtherWorkspace();
        return createStoreFor(other, newStore(domain));
      }),
    );
    expect(many).toHaveLength(25);
    const found = await candidates("woocommerce", domain);
    expect(found).toHaveLength(20);
    expect(found[0]).toBe(real);
  });
});

async function createOtherWorkspace(): Promise<{ workspaceId: string; userId: string }> {
  const [row] = await asOwner<{ id: string }>(
    "insert into workspaces (name, slug, currency) values ($1, $1, 'EUR') returning id",
    [`workspace-${randomName()}`],
  );
  const workspaceId = row?.id ?? "";
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
    workspaceId,
    desk.stranger.userId,
  ]);
  return { workspaceId, userId: desk.stranger.userId };
}

describe("a changed secret", () => {
  const secretsOf = async (domain: string) =>
    (await findStores({ type: "woocommerce", domain, storeId: null })).flatMap(({ secrets }) => secrets);

  test("signs from now on, and the one before for a day", async () => {
    const domain = host();
    const id = await connect(domain);
    await changeSecret(desk.seller, { id, type: "woocommerce", webhookSecret: "another-secret" });
    expect(await secretsOf(domain)).toEqual(["another-secret", `secret-of-${domain}`]);
    const [store] = await asOwner<{ isNow: boolean }>(
      `select secret_changed_at > now() - interval '1 minute' as "isNow" from integrations where id = $1`,
      [id],
    );
    expect(store).toEqual({ isNow: true });
    await asOwner("update integration_secrets set previous_valid_until = now() where integration_id = $1", [
      id,
    ]);
    expect(await secretsOf(domain)).toEqual(["another-secret"]);
  });

  test("is refused when the store's form would change it, whatever the form said that the store is", async () => {
    const domain = host();
    const id = await connect(domain);
    const change = changeSecret(desk.seller, { id, type: "shopify", webhookSecret: "a<b>c-secret" });
    await expect(change).rejects.toMatchObject({ key: "secretWouldChange", field: "webhookSecret" });
    expect(await secretsOf(domain)).toEqual([`secret-of-${domain}`]);
  });

  test.for(["otherSeller", "viewer", "stranger"] as const)(
    "is not set by %s, who finds no store",
    async (who) => {
      const id = await connect(host());
      const change = changeSecret(desk[who], { id, type: "woocommerce", webhookSecret: "another-secret" });
      await expect(change).rejects.toMatchObject({ key: "notFoundStore" });
    },
  );

  test("is not set by a manager, who only reads", async () => {
    const id = await connect(host());
    const change = changeSecret(desk.manager, { id, type: "woocommerce", webhookSecret: "another-secret" });
    await expect(change).rejects.toThrow("not yours to edit");
  });
});
