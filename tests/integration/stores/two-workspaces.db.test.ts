import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { answerPaymentMethod, answerStatus } from "#lib/stores/answer-commands.ts";
import { changeSecret, editStore } from "#lib/stores/commands.ts";
import { pauseStore, resumeStore } from "#lib/stores/life-commands.ts";
import { getStore } from "#lib/stores/queries.ts";
import { listOrdersOfStatus } from "#lib/stores/questions.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

// Whoever is an admin of two workspaces works in one at a time: the stores of the other one are not there.

let there: Member;
let here: Session;
let store: Store;

beforeAll(async () => {
  const elsewhere = await createWorkspace();
  const workspace = await createWorkspace();
  there = await signIn(elsewhere, "admin");
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'admin')", [
    workspace.id,
    there.userId,
  ]);
  here = { ...there, workspace: { ...there.workspace, ...workspace } };
  store = await createStore(elsewhere, there);
  const { orderId } = await createPurchase(elsewhere, {
    storeId: store.id,
    owner: there,
    customerId: await createBuyer(elsewhere, {}),
    number: "#1",
    orderedAt: "2026-11-20T10:00:00Z",
  });
  await asOwner("update orders set store_status = 'odd' where id = $1", [orderId]);
});

const changes: [string, (session: Session) => Promise<unknown>][] = [
  [
    "edited",
    (session) => editStore(session, { id: store.id, name: "New", codGateways: [], defaultCountry: "" }),
  ],
  [
    "given another owner",
    (session) =>
      editStore(session, {
        id: store.id,
        name: "New",
        codGateways: [],
        defaultCountry: "",
        userId: session.userId,
      }),
  ],
  ["paused", (session) => pauseStore(session, store.id)],
  ["taken up again", (session) => resumeStore(session, store.id)],
  [
    "given another secret",
    (session) =>
      changeSecret(session, { id: store.id, type: "shopify", webhookSecret: "another-secret-of-it" }),
  ],
  [
    "told how a method is paid",
    (session) => answerPaymentMethod(session, { id: store.id, names: ["Bank"], kind: "prepaid" }),
  ],
  [
    "told what a status means",
    (session) => answerStatus(session, { id: store.id, status: "odd", meaning: "delivered" }),
  ],
];

describe("a store of the person's other workspace", () => {
  test("is not shown", async () => {
    expect(await getStore(here, store.id)).toBeNull();
    expect(await getStore(there, store.id)).not.toBeNull();
  });

  test("nor are the orders of its statuses", async () => {
    const asked = { id: store.id, status: "odd" };
    expect(await listOrdersOfStatus(here, asked)).toMatchObject({ orders: [], count: 0 });
    expect(await listOrdersOfStatus(there, asked)).toMatchObject({ count: 1 });
  });

  test.each(changes)("is not %s from here, but there", async (_what, change) => {
    const before = await asOwner("select to_jsonb(integrations) as kept from integrations where id = $1", [
      store.id,
    ]);
    await expect(change(here)).rejects.toMatchObject({ key: "notFoundStore" });
    expect(
      await asOwner("select to_jsonb(integrations) as kept from integrations where id = $1", [store.id]),
    ).toEqual(before);
    await change(there);
  });
});
