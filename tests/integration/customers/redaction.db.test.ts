import { beforeEach, describe, expect, test } from "vitest";
import { forSystem } from "#lib/base/db/access.ts";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { mergeCustomers } from "#lib/customers/merge.ts";
import { undoMerge } from "#lib/customers/undo-merge.ts";
import { handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import { createManualLead } from "#lib/leads/manual-lead.ts";
import type { StorePrivacyRequest } from "#lib/platforms/platform.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { noSale } from "#tests/support/sales-by-hand.ts";
import { openStore, type TellingStore, tellOrder } from "#tests/support/told-orders.ts";

let admin: Member;
let ana: Member;
let dan: Member;
let anas: TellingStore;
let dans: TellingStore;

beforeEach(async () => {
  const workspace = await createWorkspace("RON");
  admin = await signIn(workspace, "admin", "Ioana");
  ana = await signIn(workspace, "seller", "Ana");
  dan = await signIn(workspace, "seller", "Dan");
  anas = await openStore(workspace, ana);
  dans = await openStore(workspace, dan);
});

const vera = {
  name: "Vera Vulturescu",
  email: "vera.secret@example.com",
  phone: "+40722808202",
  street: "Strada Tainica 77",
  city: "Zlatna",
  zip: "516100",
};

async function contactOf({ userId }: Member, customerId: string | null): Promise<Row | undefined> {
  const [contact] = await asOwner(
    "select name, email, phone, street from customer_contacts where user_id = $1 and customer_id = $2",
    [userId, customerId],
  );
  return contact;
}

describe("a redaction of one store", () => {
  async function redact(store: TellingStore, asked: Partial<StorePrivacyRequest> = {}): Promise<void> {
    const request = {
      kind: "redact_customer",
      externalCustomerId: null,
      email: vera.email,
      phone: null,
      externalOrderIds: [],
    } as const;
    const from = { integrationId: store.id, name: store.domain, defaultCountry: null, ...store };
    await forSystem((tx) =>
      handlePrivacyRequest(tx, from, { ...request, externalOrderIds: [], ...asked }, new Date()),
    );
  }

  test("leaves what another store says, and takes what only this one said", async () => {
    const { customerId } = await tellOrder(anas, { id: "1", buyer: vera });
    await tellOrder(dans, {
      id: "1",
      buyer: { ...vera, street: "Strada Alta 2", city: "Iași", zip: null },
    });
    await redact(anas);
    expect(await contactOf(ana, customerId)).toBeUndefined();
    expect(await contactOf(dan, customerId)).toEqual({
      name: vera.name,
      email: vera.email,
      phone: vera.phone,
      street: "Strada Alta 2",
    });
    const shared = await getCustomer(admin, customerId ?? "");
    expect(shared?.contact).toMatchObject({
      name: vera.name,
      street: "Strada Alta 2",
      city: "Iași",
      zip: null,
    });
    await redact(dans);
    expect((await getCustomer(admin, customerId ?? ""))?.contact).toMatchObject({ name: null, email: null });
  });

  test.each([{}, { kind: "redact_shop", email: null }] as const)(
    "takes whom an order named before it named somebody else (%o)",
    async (asked) => {
      const { customerId } = await tellOrder(anas, { id: "1", buyer: vera });
      const buyer = { name: "Dan Lupu", email: "dan.lupu@example.com", phone: "+40722023002" };
      await tellOrder(anas, { id: "1", buyer, change: "updated", updatedAt: new Date() });
      expect(await contactOf(ana, customerId)).toMatchObject({ name: vera.name });
      await redact(dans, asked);
      expect(await contactOf(ana, customerId)).toMatchObject({ name: vera.name });
      await redact(anas, asked);
      expect(await contactOf(ana, customerId)).toBeUndefined();
      const [row] = await asOwner(
        "select name, email, phone, street, redacted_at is not null as is_redacted from customers where id = $1",
        [customerId],
      );
      expect(row).toEqual({ name: null, email: null, phone: null, street: null, is_redacted: true });
    },
  );

  const other = {
    name: "Dan Lupu",
    email: "dan.lupu@example.com",
    phone: "+40722023002",
    street: "Strada D 2",
  };
  const detailsOf = async (leadId: string) =>
    asOwner(
      "select type, details from crm_lead_events where lead_id = $1 and type in ('note', 'address_changed', 'buyer_changed') order by created_at",
      [leadId],
    );
  const note = (leadId: string, text: string) =>
    asOwner("insert into crm_lead_events (lead_id, type, details) values ($1, 'note', $2)", [
      leadId,
      { text },
    ]);

  test.each(["left", "still known by another order"])(
    "empties what the timeline of an order said of its former buyer, who %s, and nothing else of it",
    async (how) => {
      const { leadId } = await tellOrder(anas, { id: "1", buyer: vera });
      await note(leadId, "Vera calls back");
      const kept = await tellOrder(anas, { id: "2", buyer: other });
      await tellOrder(anas, {
        id: "2",
        buyer: { ...other, name: "Ion" },
        change: "updated",
        updatedAt: new Date(),
      });
      await note(kept.leadId, "Ion calls back");
      const before = await detailsOf(kept.leadId);
      if (how !== "left") await tellOrder(anas, { id: "3", buyer: { ...vera, name: "Vera V. Vulturescu" } });
      await tellOrder(anas, { id: "1", buyer: other, change: "updated", updatedAt: new Date() });
      await note(leadId, "Dan calls back");
      expect(JSON.stringify(await detailsOf(leadId))).toContain("Vera");
      await redact(anas);
      expect(await detailsOf(leadId)).toEqual([
        { type: "note", details: {} },
        { type: "address_changed", details: {} },
        { type: "buyer_changed", details: {} },
        { type: "note", details: { text: "Dan calls back" } },
      ]);
      expect(await detailsOf(kept.leadId)).toEqual(before);
    },
  );

  test("empties it also when who left was merged into somebody else since", async () => {
    const { leadId, customerId } = await tellOrder(anas, { id: "1", buyer: vera });
    await tellOrder(anas, { id: "1", buyer: other, change: "updated", updatedAt: new Date() });
    const { customerId: keptId } = await tellOrder(anas, {
      id: "2",
      buyer: { ...vera, email: "v@example.com", phone: null },
    });
    const merge = { keptId: keptId ?? "", mergedId: customerId ?? "", taken: ["email" as const] };
    await mergeCustomers(admin, merge);
    await redact(anas);
    expect(await detailsOf(leadId)).toEqual([
      { type: "address_changed", details: {} },
      { type: "buyer_changed", details: {} },
    ]);
  });

  test("takes what was kept of merges before the last one, too", async () => {
    const { customerId } = await tellOrder(anas, { id: "1", buyer: vera });
    const [second, third] = [
      await tellOrder(anas, { id: "2", buyer: other }),
      await tellOrder(anas, { id: "3", buyer: { name: "Ion Ursu", email: "ion.ursu@example.com" } }),
    ];
    const first = { keptId: customerId ?? "", mergedId: second.customerId ?? "", taken: [] };
    const merges = [await mergeCustomers(admin, first)];
    merges.push(
      await mergeCustomers(admin, { keptId: third.customerId ?? "", mergedId: customerId ?? "", taken: [] }),
    );
    await redact(anas, { email: "ion.ursu@example.com" });
    const kept = await asOwner("select before from customer_merges where id = any ($1)", [
      merges.map(({ mergeId }) => mergeId),
    ]);
    expect(kept).toEqual([]);
  });

  test("takes the way back from a merge, which would bring the person back", async () => {
    const { customerId } = await tellOrder(anas, { id: "1", buyer: vera });
    const other = await tellOrder(anas, { id: "2", buyer: { name: "V. V.", phone: "+40722808203" } });
    const pair = { keptId: other.customerId ?? "", mergedId: customerId ?? "" };
    const { mergeId } = await mergeCustomers(admin, { ...pair, taken: ["name", "email"] });
    await redact(anas);
    expect(await asOwner("select id from customer_merges where id = $1", [mergeId])).toEqual([]);
    await expect(undoMerge(admin, { mergeId })).rejects.toMatchObject({ key: "mergeUndoTooLate" });
  });

  test("leaves what a lead entered by hand says", async () => {
    const { customerId } = await tellOrder(anas, { id: "1", buyer: vera });
    const manual = {
      name: "Vera",
      email: "",
      phone: vera.phone,
      country: "",
      sale: noSale,
      note: "",
      tags: [],
    };
    await createManualLead(ana, { ...manual, isKnownDuplicate: true });
    await redact(anas);
    expect(await contactOf(ana, customerId)).toEqual({
      name: "Vera",
      email: null,
      phone: vera.phone,
      street: null,
    });
  });
});
