import { beforeAll, describe, expect, test } from "vitest";
import { correctContact } from "#lib/leads/correct-contact.ts";
import { shopifyAddress } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk, phoneOf, tell } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

describe("a correction of who ordered a gift", () => {
  const said = { first_name: "Maria", last_name: "Radu", name: "Maria Radu" };

  /** Maria Radu orders for Veta Ilie. */
  async function giveGift(id: number, changes: Record<string, unknown> = {}) {
    const gift = {
      ...{ id, name: `#${id}`, email: `maria-${id}@example.com`, contact_email: null, customer: null },
      billing_address: shopifyAddress({ ...said, phone: phoneOf(id) }),
      shipping_address: shopifyAddress({
        first_name: "Veta",
        last_name: "Ilie",
        name: "Veta Ilie",
        phone: null,
      }),
      ...changes,
    };
    return { gift, leadId: await tell(desk.store, gift) };
  }

  const recipientOf = async (leadId: string) => {
    const [row] = await asOwner(
      `select "order".shipping_name as name, lead.name as buyer from orders "order"
       join crm_leads lead on lead.order_id = "order".id where lead.id = $1`,
      [leadId],
    );
    return row;
  };

  const correct = (leadId: string, from: string, to: string) =>
    correctContact(desk.seller, { leadId, from: { name: from }, to: { name: to } });

  test("leaves the name of who gets it on the parcel, whatever the store says later", async () => {
    const { leadId, gift } = await giveGift(301);
    await correct(leadId, "Maria Radu", "Maria Radulescu");
    expect(await recipientOf(leadId)).toEqual({ name: "Veta Ilie", buyer: "Maria Radulescu" });
    await tell(desk.store, { ...gift, updated_at: "2026-03-02T11:10:00+02:00" });
    expect(await recipientOf(leadId)).toEqual({ name: "Veta Ilie", buyer: "Maria Radulescu" });
  });

  test("leaves it also when the two were called alike for a while", async () => {
    const { leadId } = await giveGift(302);
    await correct(leadId, "Maria Radu", "Veta Ilie");
    await correct(leadId, "Veta Ilie", "Maria Radulescu");
    expect(await recipientOf(leadId)).toEqual({ name: "Veta Ilie", buyer: "Maria Radulescu" });
  });

  test("leaves it of an order from before gifts were told apart", async () => {
    const { leadId } = await giveGift(303);
    await asOwner(
      "update orders set buyer_address = null where id = (select order_id from crm_leads where id = $1)",
      [leadId],
    );
    await correct(leadId, "Maria Radu", "Maria Radulescu");
    expect(await recipientOf(leadId)).toEqual({ name: "Veta Ilie", buyer: "Maria Radulescu" });
  });

  test("gives way on the parcel when the store says that it goes to somebody else", async () => {
    const { leadId, gift } = await giveGift(304, { shipping_address: shopifyAddress(said) });
    await correct(leadId, "Maria Radu", "Maria Radulescu");
    expect(await recipientOf(leadId)).toEqual({ name: "Maria Radulescu", buyer: "Maria Radulescu" });
    await tell(desk.store, {
      ...gift,
      shipping_address: shopifyAddress({ first_name: "Veta", last_name: "Ilie", name: "Veta Ilie" }),
      updated_at: "2026-03-02T11:10:00+02:00",
    });
    expect(await recipientOf(leadId)).toEqual({ name: "Veta Ilie", buyer: "Maria Radulescu" });
  });
});
