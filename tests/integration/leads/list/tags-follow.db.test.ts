import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { namesOf } from "./ask.ts";
import { createWorld, type KnownLead, type World } from "./world.ts";

let world: World;
let lead: KnownLead;

beforeAll(async () => {
  world = await createWorld();
  const tagged = world.leads.find(
    ({ tags, worker, owner }) => tags.includes("gift") && worker === "ana" && owner === "ana",
  );
  if (!tagged) throw new Error("Ana has no lead with a tag.");
  lead = tagged;
});

beforeEach(async () => {
  const { userId } = world.sessions.ana;
  await asOwner("update integrations set user_id = $2 where id = $1", [world.stores[lead.store], userId]);
  await asOwner("update crm_leads set user_id = $2 where id = $1", [lead.id, userId]);
});

type Asker = "ana" | "mihai";

async function hasGift(asker: Asker): Promise<boolean> {
  const names = await namesOf(world.sessions[asker], `tag=${world.tags.gift}`);
  return names.includes(lead.name);
}

/** Whether the person may read the tag of the lead at all. */
async function readsTag(asker: Asker): Promise<boolean> {
  const { rowCount } = await asPerson(world.sessions[asker].userId, (query) =>
    query("select 1 from crm_lead_tags where lead_id = $1", [lead.id]),
  );
  return rowCount > 0;
}

describe("the tag of a lead", () => {
  test("is its seller's alone", async () => {
    expect([await hasGift("ana"), await readsTag("ana")]).toEqual([true, true]);
    expect([await hasGift("mihai"), await readsTag("mihai")]).toEqual([false, false]);
  });

  test("is found by whom the lead is given to, and by the owner of the store still", async () => {
    await asOwner("update crm_leads set user_id = $2 where id = $1", [lead.id, world.sessions.mihai.userId]);
    expect([await hasGift("mihai"), await readsTag("mihai")]).toEqual([true, true]);
    expect([await hasGift("ana"), await readsTag("ana")]).toEqual([true, true]);
  });

  test("leaves with the store, from whoever no longer works the lead", async () => {
    const { mihai } = world.sessions;
    await asOwner("update crm_leads set user_id = $2 where id = $1", [lead.id, mihai.userId]);
    await asOwner("update integrations set user_id = $2 where id = $1", [
      world.stores[lead.store],
      mihai.userId,
    ]);
    expect([await hasGift("mihai"), await readsTag("mihai")]).toEqual([true, true]);
    expect([await hasGift("ana"), await readsTag("ana")]).toEqual([false, false]);
  });

  test("keeps the lead's time", async () => {
    await asOwner("update crm_leads set arrived_at = '2025-01-01Z' where id = $1", [lead.id]);
    const rows = await asOwner<{ arrived_at: Date }>(
      "select arrived_at from crm_lead_tags where lead_id = $1",
      [lead.id],
    );
    expect(rows).toEqual([{ arrived_at: new Date("2025-01-01Z") }]);
  });
});
