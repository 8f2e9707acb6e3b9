import { beforeEach, describe, expect, test } from "vitest";
import { forSystem } from "#lib/base/db/access.ts";
import { customerList } from "#lib/customers/list.ts";
import { mergeCustomers } from "#lib/customers/merge.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { openStore, type TellingStore, tellOrder } from "#tests/support/told-orders.ts";

let admin: Member;
let victim: Member;
let forger: Member;
let honest: TellingStore;
let forged: TellingStore;

beforeEach(async () => {
  const workspace = await createWorkspace("RON");
  admin = await signIn(workspace, "admin", "Ioana");
  victim = await signIn(workspace, "seller", "Victor");
  forger = await signIn(workspace, "seller", "Fane");
  honest = await openStore(workspace, victim);
  forged = await openStore(workspace, forger);
});

const vera = { name: "Vera Vulturescu", email: "vera.secret@example.com", phone: "+40722808202" };
const later = (minutes: number) => new Date(Date.parse("2026-03-02T10:00:00Z") + minutes * 60_000);

describe("whom an order named before it names somebody else", () => {
  const dan = { name: "Dan Lupu", email: "dan.lupu@example.com", phone: "+40722023002" };
  const leave = async (store: TellingStore) => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: vera });
    await tellOrder(store, { id: "1", buyer: dan, change: "updated", updatedAt: later(10) });
    return customerId;
  };
  const listed = async (seller: Member) => {
    const { rows } = await listCustomers(seller, customerList.load(""));
    const customers = rows.map(({ name, email, phone, orders }) => ({ name, email, phone, orders }));
    return customers.sort((one, other) => String(one.name).localeCompare(String(other.name)));
  };

  test.each([
    ["nobody else knows", async () => undefined],
    ["others know", () => tellOrder(honest, { id: "1", buyer: vera })],
    ["others knew", () => leave(honest)],
  ])(
    "stays known to the store's owner, whom %s: so nobody learns who is known to others",
    async (_who, known) => {
      await known();
      const customerId = await leave(forged);
      await tellOrder(forged, { id: "2", buyer: dan, createdAt: later(20) });
      await asOwner("select astra.refresh_customers(array[$1]::uuid[])", [customerId]);
      expect(await listed(forger)).toEqual([
        { name: dan.name, email: dan.email, phone: dan.phone, orders: 2 },
        { name: vera.name, email: vera.email, phone: vera.phone, orders: 0 },
      ]);
    },
  );

  test("is a buyer like all others once an order names them again", async () => {
    const customerId = await leave(honest);
    const again = await tellOrder(honest, { id: "2", buyer: vera, createdAt: later(20) });
    expect(again.customerId).toBe(customerId);
    const leftBy = "select named_by_id from customer_contacts where customer_id = $1";
    expect(await asOwner(leftBy, [customerId])).toEqual([{ named_by_id: null }]);
  });

  test("stays known whatever others sell, merge or have redacted", async () => {
    const customerId = await leave(honest);
    const before = await listed(victim);
    expect(before).toHaveLength(2);
    const times = () =>
      asPerson(victim.userId, async (query) => [
        (await query("select customer_id, updated_at from customer_contacts order by 1")).rows,
        (await query("select customer_id, updated_at from customer_sellers order by 1")).rows,
      ]);
    const untouched = await times();
    await tellOrder(forged, { id: "2", buyer: vera });
    expect(await listed(victim)).toEqual(before);
    expect(await times()).toEqual(untouched);
    await leave(forged);
    expect(await listed(victim)).toEqual(before);
    await redactFrom(forged, vera.email);
    expect(await listed(victim)).toEqual(before);
    const { customerId: keptId } = await tellOrder(forged, {
      id: "3",
      buyer: { name: "Vera", phone: "+40722808203" },
    });
    await mergeCustomers(admin, { keptId: keptId ?? "", mergedId: customerId ?? "", taken: [] });
    expect(await listed(victim)).toEqual(before);
    await redactFrom(honest, vera.email);
    expect(await listed(victim)).toMatchObject([{ name: dan.name }]);
  });
});

async function redactFrom(store: TellingStore, email: string): Promise<void> {
  const from = { integrationId: store.id, name: store.domain, defaultCountry: null, ...store };
  const request = {
    kind: "redact_customer",
    externalCustomerId: null,
    email,
    phone: null,
    externalOrderIds: [],
  } as const;
  await forSystem((tx) => handlePrivacyRequest(tx, from, { ...request, externalOrderIds: [] }, new Date()));
}
