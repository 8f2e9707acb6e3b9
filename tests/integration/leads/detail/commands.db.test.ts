import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { correctContact } from "#lib/leads/correct-contact.ts";
import { addNote, reassign } from "#lib/leads/lead-commands.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { addTag, removeTag } from "#lib/leads/tag-commands.ts";
import { listWorkOptions } from "#lib/leads/work-options.ts";
import { createDesk, type Desk, doneOn, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember } from "#tests/support/people.ts";

type Someone = "admin" | "manager" | "seller" | "otherSeller" | "viewer" | "stranger";
const editors: Someone[] = ["admin", "manager", "seller"];
const others: Someone[] = ["otherSeller", "viewer", "stranger"];

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

const commands: Record<string, (session: Session, leadId: string) => Promise<unknown>> = {
  addNote: (session, leadId) => addNote(session, { leadId, text: "Call after 16:00." }),
  addTag: (session, leadId) => addTag(session, { ids: [leadId], tag: { name: "VIP", color: "violet" } }),
  removeTag: (session, leadId) => removeTag(session, { ids: [leadId], tagId: crypto.randomUUID() }),
  correctContact: (session, leadId) =>
    correctContact(session, { leadId, from: { city: "Cluj-Napoca" }, to: { city: "Cluj" } }),
};

describe.each(Object.entries(commands))("%s", (_name, command) => {
  test.for(editors)("works for %s", async (who) => {
    await expect(command(desk[who], await tellNew(desk.store))).resolves.not.toThrow();
  });

  test.for(others)("finds no such lead for %s", async (who) => {
    const leadId = await tellNew(desk.store);
    await expect(command(desk[who], leadId)).rejects.toMatchObject({ key: "notFoundLead" });
    expect(await doneOn(leadId)).toEqual([]);
  });
});

test.each([
  ["admin", true],
  ["manager", true],
  ["seller", true],
  ["viewer", true],
  ["otherSeller", false],
  ["stranger", false],
] as const)("the page of a lead is there for %s: %s", async (who, isThere) => {
  const lead = await getLead(desk[who], await tellNew(desk.store));
  expect(lead !== null).toBe(isThere);
});

describe("a tag", () => {
  test("is found whatever its case, and said once on the timeline", async () => {
    const leadId = await tellNew(desk.store);
    await addTag(desk.admin, { ids: [leadId], tag: { name: "Gift", color: "blue" } });
    await addTag(desk.seller, { ids: [leadId], tag: { name: "GIFT", color: "red" } });
    const lead = await getLead(desk.seller, leadId);
    expect(lead?.tags).toMatchObject([{ name: "Gift", color: "blue" }]);
    expect(await doneOn(leadId)).toEqual([{ type: "tag_added", details: { tag: "Gift" } }]);
    await removeTag(desk.seller, { ids: [leadId], tagId: lead?.tags[0]?.id ?? "" });
    expect((await getLead(desk.seller, leadId))?.tags).toEqual([]);
    expect((await doneOn(leadId)).at(-1)).toEqual({ type: "tag_removed", details: { tag: "Gift" } });
  });

  test("is given to many leads, or to none when one of them is not one's own", async () => {
    const leads = [await tellNew(desk.store), await tellNew(desk.store)];
    const tag = { name: "Bulk", color: "green" } as const;
    const withStranger = { ids: [...leads, crypto.randomUUID()], tag };
    await expect(addTag(desk.seller, withStranger)).rejects.toMatchObject({ key: "notFoundLead" });
    await addTag(desk.seller, { ids: leads, tag });
    for (const id of leads)
      expect(await doneOn(id)).toEqual([{ type: "tag_added", details: { tag: "Bulk" } }]);
  });

  test("of another workspace is none", async () => {
    const leadId = await tellNew(desk.store);
    const [foreign] = (await listWorkOptions(desk.seller)).tags ?? [];
    expect(foreign).toBeDefined();
    const other = await createDesk();
    const theirs = await tellNew(other.store);
    const request = { ids: [theirs], tag: { id: foreign?.id ?? "" } };
    await expect(addTag(other.admin, request)).rejects.toMatchObject({ key: "notFoundTag" });
    await addTag(desk.seller, { ids: [leadId], tag: { id: foreign?.id ?? "" } });
  });
});

describe("reassigning", () => {
  test.for(["seller", "otherSeller", "viewer"] as const)("is not for %s", async (who) => {
    const request = { ids: [await tellNew(desk.store)], userId: desk.otherSeller.userId };
    await expect(reassign(desk[who], request)).rejects.toMatchObject({ key: "forbidden" });
    expect((await listWorkOptions(desk[who])).sellers).toBeNull();
  });

  test("finds no lead of another workspace", async () => {
    const request = { ids: [await tellNew(desk.store)], userId: desk.stranger.userId };
    await expect(reassign(desk.stranger, request)).rejects.toMatchObject({ key: "notFoundLead" });
  });

  test.for(["viewer", "stranger"] as const)("hands nothing to %s", async (who) => {
    const request = { ids: [await tellNew(desk.store)], userId: desk[who].userId };
    await expect(reassign(desk.admin, request)).rejects.toMatchObject({ key: "notFoundSeller" });
  });

  test("moves lead, credit and customer to the new seller, and away from one who only worked it", async () => {
    const { manager, seller, otherSeller, store } = desk;
    const leadId = await tellNew(store);
    const third = (await createMember(desk.workspace, "seller", "Cara Seller")).userId;
    expect(await getLead(otherSeller, leadId)).toBeNull();

    expect(await reassign(manager, { ids: [leadId], userId: otherSeller.userId })).toEqual({ reassigned: 1 });
    expect(await knows(otherSeller, leadId)).toEqual({ order: true, customer: true });
    expect(await knows(seller, leadId)).toEqual({ order: true, customer: true });
    expect(await doneOn(leadId)).toEqual([
      { type: "reassigned", details: { from: "Ana Seller", to: "Ben Seller" } },
    ]);

    await reassign(manager, { ids: [leadId], userId: third });
    expect(await getLead(otherSeller, leadId)).toBeNull();
    expect(await customersOf(otherSeller, leadId)).toBe(0);
    expect(await reassign(manager, { ids: [leadId], userId: third })).toEqual({ reassigned: 0 });
  });
});

async function knows(session: Session, leadId: string) {
  const lead = await getLead(session, leadId);
  return { order: lead?.order !== null, customer: lead?.customerId !== null };
}

/** Whether what a seller knows of the lead's customer is still kept. */
async function customersOf(session: Session, leadId: string): Promise<number> {
  const rows = await asOwner(
    `select 1 from customer_sellers known join crm_leads lead on lead.customer_id = known.customer_id
     where lead.id = $1 and known.user_id = $2`,
    [leadId, session.userId],
  );
  return rows.length;
}
