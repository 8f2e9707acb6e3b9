import { beforeAll, describe, expect, test } from "vitest";
import { getLead } from "#lib/leads/lead-query.ts";
import { changeTagsSchema } from "#lib/leads/schema.ts";
import { changeTags } from "#lib/leads/tag-commands.ts";
import { listWorkOptions } from "#lib/leads/work-options.ts";
import { createDesk, type Desk, doneOn, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createStore } from "#tests/support/stores.ts";

let desk: Desk;
let theirs: string;

beforeAll(async () => {
  desk = await createDesk();
  theirs = await tellNew(await createStore(desk.workspace, desk.otherSeller));
});

const gift = { name: "Gift", color: "violet" } as const;
const vip = { name: "VIP", color: "green" } as const;

async function newLeads(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push(await tellNew(desk.store));
  return ids;
}

async function tagsOf(id: string): Promise<string[]> {
  return ((await getLead(desk.admin, id))?.tags ?? []).map(({ name }) => name).sort();
}

/** The id of a tag that some lead has. */
async function idOf(name: string): Promise<string> {
  const tag = (await listWorkOptions(desk.admin)).tags?.find((one) => one.name === name);
  if (!tag) throw new Error(`There is no tag ${name}.`);
  return tag.id;
}

describe("tags of many leads", () => {
  test.each(["admin", "manager", "seller"] as const)("are changed by the %s", async (who) => {
    const ids = await newLeads(2);
    const result = await changeTags(desk[who], { changes: [{ act: "add", ids, tag: gift }] });
    expect(result).toMatchObject({ changed: 2, missing: 0 });
    for (const id of ids) {
      expect(await tagsOf(id)).toEqual(["Gift"]);
      expect(await doneOn(id)).toEqual([{ type: "tag_added", details: { tag: "Gift" } }]);
    }
  });

  test.each(["otherSeller", "viewer", "stranger"] as const)("are not the %s's to change", async (who) => {
    const ids = await newLeads(2);
    const request = {
      changes: [{ act: "add" as const, ids, tag: { name: `Of ${who}`, color: "red" as const } }],
    };
    await expect(changeTags(desk[who], request)).rejects.toMatchObject({ key: "notFoundLead" });
    expect(await tagsOf(ids[0] ?? "")).toEqual([]);
    expect(await doneOn(ids[0] ?? "")).toEqual([]);
    expect(await asOwner("select 1 from crm_tags where name = $1", [`Of ${who}`])).toEqual([]);
  });

  test("are changed where they may be, and the rest is counted", async () => {
    const [own = ""] = await newLeads(1);
    const ids = [own, theirs, crypto.randomUUID()];
    const result = await changeTags(desk.seller, { changes: [{ act: "add", ids, tag: gift }] });
    expect(result).toMatchObject({ changed: 1, missing: 2, undo: [{ act: "remove", ids: [own] }] });
    expect(await tagsOf(theirs)).toEqual([]);
    expect(await doneOn(theirs)).toEqual([]);
  });

  test("are added and taken off at once, and said only where something changed", async () => {
    const [both = "", none = ""] = await newLeads(2);
    await changeTags(desk.seller, { changes: [{ act: "add", ids: [both], tag: gift }] });
    const ids = [both, none];
    const result = await changeTags(desk.seller, {
      changes: [
        { act: "remove", ids, tag: { id: await idOf("Gift") } },
        { act: "add", ids, tag: vip },
      ],
    });
    expect(result).toMatchObject({ changed: 2, missing: 0 });
    expect(await doneOn(none)).toEqual([{ type: "tag_added", details: { tag: "VIP" } }]);
    expect((await doneOn(both)).map(({ type, details }) => [type, details.tag])).toEqual([
      ["tag_added", "Gift"],
      ["tag_removed", "Gift"],
      ["tag_added", "VIP"],
    ]);
  });

  test("are taken back exactly: who had a tag before keeps it", async () => {
    const [tagged = "", plain = ""] = await newLeads(2);
    await changeTags(desk.seller, { changes: [{ act: "add", ids: [tagged], tag: gift }] });
    const { undo } = await changeTags(desk.seller, {
      changes: [{ act: "add", ids: [tagged, plain], tag: { id: await idOf("Gift") } }],
    });
    const answer = await changeTags(desk.seller, { changes: undo });
    expect(answer).toMatchObject({ changed: 1, undo: [{ act: "add", ids: [plain] }] });
    expect(await tagsOf(tagged)).toEqual(["Gift"]);
    expect(await tagsOf(plain)).toEqual([]);
  });

  test("that change nothing say nothing", async () => {
    const ids = await newLeads(1);
    const change = { act: "add" as const, ids, tag: gift };
    await changeTags(desk.seller, { changes: [change] });
    const again = await changeTags(desk.seller, { changes: [{ ...change, tag: { ...gift, name: "GIFT" } }] });
    expect(again).toEqual({ changed: 0, missing: 0, undo: [] });
    const [other = ""] = await newLeads(1);
    await changeTags(desk.seller, { changes: [{ act: "add", ids: [other], tag: vip }] });
    const off = { act: "remove" as const, ids, tag: { id: await idOf("VIP") } };
    expect(await changeTags(desk.seller, { changes: [off] })).toMatchObject({ changed: 0 });
    expect(await doneOn(ids[0] ?? "")).toHaveLength(1);
  });

  test("are all changed or none: a tag that is gone undoes the rest", async () => {
    const ids = await newLeads(1);
    const gone = { id: crypto.randomUUID() };
    const changes = [
      { act: "add" as const, ids, tag: { name: "Half done", color: "gray" as const } },
      { act: "add" as const, ids, tag: gone },
    ];
    await expect(changeTags(desk.seller, { changes })).rejects.toMatchObject({ key: "notFoundTag" });
    expect(await tagsOf(ids[0] ?? "")).toEqual([]);
    expect(await asOwner("select 1 from crm_tags where name = 'Half done'")).toEqual([]);
  });

  test("of another workspace are none", async () => {
    await changeTags(desk.seller, { changes: [{ act: "add", ids: await newLeads(1), tag: gift }] });
    const other = await createDesk();
    const ids = [await tellNew(other.store)];
    const tag = { id: await idOf("Gift") };
    await expect(changeTags(other.admin, { changes: [{ act: "add", ids, tag }] })).rejects.toMatchObject({
      key: "notFoundTag",
    });
    expect(await changeTags(other.admin, { changes: [{ act: "remove", ids, tag }] })).toMatchObject({
      changed: 0,
    });
  });
});

const lead = "abcdefab-0000-4000-8000-000000000000";
const newIds = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
const tagIds = (count: number) => newIds(count).map((id) => ({ id }));
const add = (tag: object, ids = [lead]) => ({ act: "add", ids, tag });
const remove = (tag: object, ids = [lead]) => ({ act: "remove", ids, tag });

test("a request may change 20 tags of 500 leads", () => {
  const ids = newIds(500);
  const changes = tagIds(20).map((tag) => add(tag, ids));
  expect(changeTagsSchema.safeParse({ changes }).success).toBe(true);
});

test.each([
  ["no leads", [add(gift, [])]],
  ["more than 500 leads", [add(gift, newIds(501))]],
  ["more than 500 leads in all", [add(gift, newIds(251)), add(vip, newIds(251))]],
  ["no change", []],
  ["more than 20 tags", tagIds(21).map((tag) => add(tag))],
  ["one tag twice", [add({ id: lead }), remove({ id: lead.toUpperCase() })]],
  ["one name twice", [add(gift), add({ ...gift, name: " GIFT" })]],
  ["a tag without a name", [add({ ...gift, name: " " })]],
  ["taking off what is still to be made", [remove(gift)]],
])("a request with %s is refused", (_what, changes) => {
  expect(changeTagsSchema.safeParse({ changes }).success).toBe(false);
});
