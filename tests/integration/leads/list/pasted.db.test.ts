import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { findPasted } from "#lib/leads/find-pasted.ts";
import { createDesk, type Desk, tell } from "#tests/integration/leads/detail/desk.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let desk: Desk;
let otherStore: Store;
let first: string;
let second: string;
let namesake: string;

beforeAll(async () => {
  desk = await createDesk();
  otherStore = await createStore(desk.workspace, desk.otherSeller);
  first = await order(desk.store, 71_001, "#4501");
  second = await order(desk.store, 71_002, "RO-4502");
  namesake = await order(otherStore, 71_003, "#4501");
  await asOwner(
    `update orders set tracking_numbers = array['2S 4567-89', 'AWB4502'] where id = (select order_id from crm_leads where id = $1)`,
    [second],
  );
});

function order(store: Store, id: number, name: string): Promise<string> {
  return tell(store, { id, name, customer: null });
}

async function idsOf(session: Session, ...numbers: string[]): Promise<string[][]> {
  const found = await findPasted(session, { numbers });
  expect(found.map(({ number }) => number)).toEqual(numbers);
  return found.map(({ leads }) => leads.map(({ id }) => id).sort());
}

describe("pasted numbers", () => {
  test("find orders and parcels exactly, however they are written", async () => {
    const numbers = ["#4501", "4501", "ro-4502", "RO 4502", "2s456789", "2S 4567-89", "awb4502"];
    expect(await idsOf(desk.seller, ...numbers)).toEqual([
      [first],
      [first],
      [second],
      [second],
      [second],
      [second],
      [second],
    ]);
  });

  test("find no part of a number", async () => {
    expect(await idsOf(desk.admin, "450", "45011", "AWB", "#", "120,50")).toEqual([[], [], [], [], []]);
  });

  test("find all leads that a number stands for, as far as the person may see them", async () => {
    const both = [first, namesake].sort();
    expect(await idsOf(desk.admin, "4501")).toEqual([both]);
    expect(await idsOf(desk.manager, "4501")).toEqual([both]);
    expect(await idsOf(desk.otherSeller, "4501", "AWB4502")).toEqual([[namesake], []]);
    expect(await idsOf(desk.stranger, "4501", "AWB4502")).toEqual([[], []]);
  });

  test("say of a lead what is needed to act on it", async () => {
    const [found] = await findPasted(desk.seller, { numbers: ["AWB4502"] });
    expect(found?.leads).toMatchObject([
      {
        id: second,
        orderNumber: "RO-4502",
        storeId: desk.store.id,
        codStatus: "pending",
        logisticStatus: "pending",
        caller: null,
      },
    ]);
  });

  test("that very many parcels have name none of them, and of another workspace's nothing is read", async () => {
    const [placeholder, rare, many] = ["000000", "777777", "888888"];
    await copies(first, 1_001, placeholder);
    await copies(first, 50, rare);
    await copies(first, 201, many);
    const none = { isCommon: true, leads: [] };
    const [common, choice, tooMany] = await findPasted(desk.admin, { numbers: [placeholder, rare, many] });
    expect(common).toEqual({ number: placeholder, ...none });
    expect(choice).toMatchObject({ isCommon: false });
    expect(choice?.leads).toHaveLength(50);
    expect(tooMany).toEqual({ number: many, ...none });
    // Their own might lie beyond what is looked through of the first; of the others they have none.
    expect(await findPasted(desk.otherSeller, { numbers: [placeholder, many] })).toEqual([
      { number: placeholder, ...none },
      { number: many, isCommon: false, leads: [] },
    ]);
    expect(await idsOf(desk.stranger, placeholder)).toEqual([[]]);
  });

  test("are those of orders first, however many parcels have them", async () => {
    await copies(first, 1_001, "RO-4502");
    const [found] = await findPasted(desk.admin, { numbers: ["RO 4502"] });
    expect(found).toMatchObject({ isCommon: true, leads: [{ id: second }] });
  });

  test("of which there are too many at once are refused by the database, too", async () => {
    const numbers = Array.from({ length: 2_001 }, (_, number) => String(number));
    const asked = asPerson(desk.admin.userId, (query) =>
      query("select from astra.leads_of_numbers($1, $2)", [desk.workspace.id, numbers]),
    );
    await expect(asked).rejects.toThrow("too many numbers");
  });

  test("that stand for more leads together than a page shows are to be pasted by parts", async () => {
    // One number of fifty parcels, in as many ways of writing it.
    const numbers = Array.from(
      { length: 201 },
      (_, dashes) => `7${"-".repeat(dashes % 90)}${" ".repeat(Math.floor(dashes / 90))}77777`,
    );
    await expect(findPasted(desk.admin, { numbers })).rejects.toMatchObject({
      key: "pastedTooMuch",
      values: { most: 10_000 },
    });
    expect(await findPasted(desk.admin, { numbers: numbers.slice(0, 3) })).toHaveLength(3);
  });
});

/** As many more orders like a lead's, each with its lead, whose parcels all have one number. */
async function copies(leadId: string, count: number, parcel: string): Promise<void> {
  await asOwner(
    `with placed as (
       insert into orders (workspace_id, integration_id, user_id, store_user_id, external_order_id, order_number, status, payment_status,
         fulfillment_status, payment_kind, currency, total_amount, current_total_amount, order_created_at, external_updated_at, tracking_numbers)
       select o.workspace_id, o.integration_id, o.user_id, o.store_user_id, 'copy-' || $3 || copy, '#copy-' || $3 || copy, o.status, o.payment_status,
         o.fulfillment_status, o.payment_kind, o.currency, o.total_amount, o.current_total_amount, o.order_created_at, o.external_updated_at, array[$3]
       from generate_series(1, $2::int) copy, orders o where o.id = (select order_id from crm_leads where id = $1)
       returning id, workspace_id, integration_id, user_id)
     insert into crm_leads (workspace_id, order_id, integration_id, user_id, source, cod_status, kpi_status)
     select workspace_id, id, integration_id, user_id, 'shopify', 'pending', 'waiting' from placed`,
    [leadId, count, parcel],
  );
}
