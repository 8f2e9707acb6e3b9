import { beforeEach, describe, expect, test } from "vitest";
import { forSystem } from "#lib/base/db/access.ts";
import { customerList } from "#lib/customers/list.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import { leadList } from "#lib/leads/list.ts";
import { listLeads } from "#lib/leads/queries.ts";
import { orderList } from "#lib/orders/list.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { openStore, type TellingStore, tellOrder } from "#tests/support/told-orders.ts";

const buyer = { name: "Ana Vlad", email: "ana@words.example", phone: "+40722000111" };
const extras = {
  otherPhones: ["+40733 555 777"],
  company: "Țesătoria Đorđe & Fiii SRL",
  trackingNumbers: ["RR-123 456 789-RO", "00340434161094042557"],
};
const typed = [
  "0733 555 777",
  "+40733555777",
  "733555",
  "tesatoria",
  "Djordje",
  "RR123456789RO",
  "rr-123 456 789-ro",
  "456789",
  "340434161094042557",
  "ana 0733555777",
];

let workspace: Workspace;
let seller: Member;
let store: TellingStore;

beforeEach(async () => {
  workspace = await createWorkspace();
  seller = await signIn(workspace, "seller");
  store = await openStore(workspace, seller);
});

const later = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 10, minutes));

async function numbersFound(member: Member, text: string): Promise<(string | null)[]> {
  const query = `?view=all&q=${encodeURIComponent(text)}`;
  const leads = await listLeads(member, leadList.load(query));
  const orders = await listOrders(member, orderList.load(`?q=${encodeURIComponent(text)}`));
  const numbers = leads.rows.map(({ orderNumber }) => orderNumber);
  expect(orders.rows.map(({ number }) => number)).toEqual(numbers);
  return numbers;
}

describe("what an order says beside its buyer", () => {
  test.each(typed)("finds its lead: %s", async (text) => {
    await tellOrder(store, { id: "1", buyer, ...extras });
    await tellOrder(store, { id: "2", buyer: { ...buyer, name: "Ana Dan" } });
    expect(await numbersFound(seller, text)).toEqual(["#1"]);
  });

  test("finds it from when the store says it, and no longer than that", async () => {
    await tellOrder(store, { id: "1", buyer });
    const again = { id: "1", buyer, change: "updated" as const };
    expect(await numbersFound(seller, "RR123456789RO")).toEqual([]);
    await tellOrder(store, { ...again, ...extras, updatedAt: later(1) });
    expect(await numbersFound(seller, "RR123456789RO")).toEqual(["#1"]);
    expect(await numbersFound(seller, "tesatoria")).toEqual(["#1"]);
    await tellOrder(store, { ...again, trackingNumbers: ["JJ987"], updatedAt: later(2) });
    expect(await numbersFound(seller, "JJ987")).toEqual(["#1"]);
    expect(await numbersFound(seller, "RR123456789RO")).toEqual([]);
    expect(await numbersFound(seller, "tesatoria")).toEqual([]);
  });

  test("stays when the name of the buyer is corrected", async () => {
    const { leadId } = await tellOrder(store, { id: "1", buyer, ...extras });
    await asOwner("update crm_leads set name = 'Ana Popa' where id = $1", [leadId]);
    expect(await numbersFound(seller, "popa tesatoria 0733555777 JJ")).toEqual([]);
    expect(await numbersFound(seller, "popa tesatoria 0733555777")).toEqual(["#1"]);
  });

  test("finds nothing for another seller of the same buyer", async () => {
    const other = await signIn(workspace, "seller");
    const elsewhere = await openStore(workspace, other);
    await tellOrder(store, { id: "1", buyer, ...extras });
    await tellOrder(elsewhere, { id: "7", buyer });
    for (const text of typed) expect(await numbersFound(other, text)).toEqual([]);
    expect(await numbersFound(other, "ana vlad")).toEqual(["#7"]);
    const { rows } = await listCustomers(other, customerList.load("?q=tesatoria"));
    expect(rows).toEqual([]);
  });

  test("is found by nobody once the buyer is removed, whatever the store says later", async () => {
    const { orderId, leadId } = await tellOrder(store, { id: "1", buyer, ...extras });
    await forSystem((tx) =>
      handlePrivacyRequest(
        tx,
        { integrationId: store.id, name: store.domain, defaultCountry: "RO", ...store },
        {
          kind: "redact_customer",
          externalCustomerId: null,
          email: null,
          phone: null,
          externalOrderIds: ["1"],
        },
        new Date(),
      ),
    );
    const words = async () =>
      (await asOwner("select search_text from crm_leads where id = $1", [leadId]))[0]?.search_text;
    expect(await words()).toBe("1");
    await tellOrder(store, { id: "1", buyer, ...extras, change: "updated", updatedAt: later(9) });
    expect(await words()).toBe("1");
    const [order] = await asOwner(
      "select tracking_numbers, shipping_method, other_phones, company from orders where id = $1",
      [orderId],
    );
    expect(order).toEqual({ tracking_numbers: [], shipping_method: null, other_phones: [], company: null });
  });
});

test("an order that says nothing of these leaves the text as short as it was", async () => {
  const { leadId } = await tellOrder(store, { id: "1", buyer });
  expect(await asOwner("select search_text from crm_leads where id = $1", [leadId])).toEqual([
    { search_text: "ana vlad 40722000111 ana 1" },
  ]);
});
