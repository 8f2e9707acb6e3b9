import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { announce } from "#lib/sales/events.ts";
import { leadEventTypes, personalEventTypes } from "#lib/sales/timeline/kinds.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { asOwner, asPerson, type Row } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createSale, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let strangers: Workspace;
let seller: Person;
let viewer: Person;
let sale: Sale;

beforeAll(async () => {
  workspace = await createWorkspace();
  strangers = await createWorkspace();
  seller = await createMember(workspace, "seller");
  viewer = await createMember(workspace, "viewer");
  sale = await createSale({ workspace, store: await createStore(workspace, seller), seller });
});

/** The events that `work` left in the workspace's outbox. */
async function left(work: () => Promise<unknown>): Promise<Row[]> {
  const [last] = await asOwner<{ id: string }>("select coalesce(max(id), 0)::text as id from outbox_events");
  await work();
  return asOwner(
    `select type, user_id as "userId", subjects, details, occurred_at as "occurredAt" from outbox_events
     where workspace_id = $1 and id > $2 order by id`,
    [workspace.id, last?.id],
  );
}

describe("an entry of a timeline", () => {
  test("is an event in the same transaction, whoever writes it", async () => {
    const { leadId, orderId, customerId } = sale;
    const entry = { leadId, userId: seller.userId, type: "tag_added", details: { tag: "gift" } } as const;
    const events = await left(() => forUser(seller, (tx) => recordEvents(tx, [entry])));
    const subjects = { leadId, orderId, customerId, entryId: expect.any(String) };
    const { userId, details } = entry;
    expect(events).toEqual([
      { type: "lead:tag-added", userId, subjects, details, occurredAt: expect.any(Date) },
    ]);
  });

  test("that is taken back with its transaction leaves none", async () => {
    const failing = forSystem(async (tx) => {
      const entry = { leadId: sale.leadId, userId: null, type: "order_cancelled", details: {} } as const;
      await recordEvents(tx, [entry]);
      throw new Error("taken back");
    });
    expect(await left(() => failing.catch(() => undefined))).toEqual([]);
  });

  test("may be one of many in a statement", async () => {
    const events = await left(() =>
      asOwner(
        `insert into crm_lead_events (lead_id, type, details) select $1, 'read_again', '{}' from generate_series(1, 500)`,
        [sale.leadId],
      ),
    );
    expect(events).toHaveLength(500);
  });

  test.each(leadEventTypes)("of the kind %s shows its details only where no buyer is named", async (type) => {
    const [event] = await left(() =>
      asOwner("insert into crm_lead_events (lead_id, type, details) values ($1, $2, $3)", [
        sale.leadId,
        type,
        JSON.stringify({ name: "Vera" }),
      ]),
    );
    const isPersonal = personalEventTypes.some((personal) => personal === type);
    expect(event).toMatchObject({
      type: `lead:${type.replaceAll("_", "-")}`,
      details: isPersonal ? {} : { name: "Vera" },
    });
    if (isPersonal) expect(event?.details).toEqual({});
  });

  test("holds what its kind does, or is not written", async () => {
    const entry = { leadId: sale.leadId, userId: null, type: "note", details: { tag: "gift" } };
    await expect(forSystem((tx) => recordEvents(tx, [entry as never]))).rejects.toThrow("text");
  });
});

describe("other events", () => {
  const lowStock = (workspaceId: string) =>
    ({
      workspaceId,
      type: "inventory:low-stock",
      subjects: { productId: randomUUID() },
      details: { stock: 3 },
    }) as const;

  test("are announced by the system and by people in their own name", async () => {
    const event = lowStock(workspace.id);
    const events = await left(async () => {
      await forSystem((tx) => announce(tx, [event]));
      await forUser(seller, (tx) => announce(tx, [event]));
    });
    const { type, subjects, details } = event;
    const announced = { type, subjects, details, occurredAt: expect.any(Date) };
    expect(events).toEqual([
      { ...announced, userId: null },
      { ...announced, userId: seller.userId },
    ]);
  });

  test("are not announced elsewhere, nor by those who only read", async () => {
    const elsewhere = forUser(seller, (tx) => announce(tx, [lowStock(strangers.id)]));
    await expect(elsewhere).rejects.toThrow("in this workspace");
    const reading = forUser(viewer, (tx) => announce(tx, [lowStock(workspace.id)]));
    await expect(reading).rejects.toThrow("in this workspace");
  });

  test("hold what their name says", async () => {
    const event = { ...lowStock(workspace.id), details: { stock: "few" } };
    await expect(forSystem((tx) => announce(tx, [event as never]))).rejects.toThrow("stock");
  });

  test("are none of a lead's, which come by its timeline", async () => {
    const forged = asPerson(seller.userId, (query) =>
      query("select astra.announce($1, 'lead:reassigned', '{}', '{}', now())", [workspace.id]),
    );
    await expect(forged).rejects.toThrow("on its timeline");
  });
});

test("events are kept for a week", async () => {
  const [old, young] = await asOwner<{ id: string }>(
    `insert into outbox_events (workspace_id, type, subjects, created_at)
     select $1, 'order:updated', '{}', now() - age from unnest('{7 days 1 minute, 6 days 23 hours}'::interval[]) age returning id`,
    [workspace.id],
  );
  await cleanUp();
  const kept = await asOwner("select id from outbox_events where id = any ($1)", [[old?.id, young?.id]]);
  expect(kept).toEqual([{ id: young?.id }]);
});
