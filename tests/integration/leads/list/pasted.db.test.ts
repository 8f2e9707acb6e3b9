import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { findPasted } from "#lib/leads/find-pasted.ts";
import { createDesk, type Desk, tell } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
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
});
