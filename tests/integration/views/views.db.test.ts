import { beforeEach, describe, expect, test } from "vitest";
import { listNames } from "#lib/base/list/names.ts";
import {
  changeView,
  deleteView,
  orderViews,
  saveView,
  updateView,
} from "#lib/base/list/saved-views/commands.ts";
import { listSavedViews } from "#lib/base/list/saved-views/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

let workspace: Workspace;
let seller: Member;

beforeEach(async () => {
  workspace = await createWorkspace();
  seller = await signIn(workspace, "seller", "Ana");
});

/** Saves views of a person named "A 1", "A 2" and so on. */
async function saveMany(person: Member, count: number, isShared = false): Promise<void> {
  await asOwner(
    `insert into saved_views (workspace_id, user_id, list, name, query, is_shared)
     select $1, $2, 'leads', 'A ' || number, 'view=to_call', $4 from generate_series(1, $3::int) number`,
    [person.workspace.id, person.userId, count, isShared],
  );
}

function save(person: Member, name: string, isShared = false): Promise<void> {
  return saveView(person, { list: "leads", name, query: "view=to_call", isShared });
}

async function countOf(person: Member): Promise<number> {
  return (await asOwner("select 1 from saved_views where user_id = $1", [person.userId])).length;
}

const tooMany = { key: "tooManyViews", values: { limit: 50 } };

test.each(listNames)("a view of %s can be saved", async (list) => {
  await saveView(seller, { list, name: "Mine", query: "q=ana", isShared: false });
  expect(await listSavedViews(seller)).toMatchObject([{ list, name: "Mine" }]);
});

test("a shared view of a list that somebody may not open is not shown to them", async () => {
  await saveView(seller, { list: "deliveries", name: "Failed", query: "state=failed", isShared: true });
  await save(seller, "To call", true);
  const namesFor = async (role: "manager" | "viewer") =>
    (await listSavedViews(await signIn(workspace, role))).map(({ name }) => name);
  expect(await namesFor("manager")).toEqual(["Failed", "To call"]);
  expect(await namesFor("viewer")).toEqual(["To call"]);
});

describe("a person's own saved views", () => {
  test("all come first, however many the colleagues share", async () => {
    for (let colleague = 0; colleague < 11; colleague++)
      await saveMany(await signIn(workspace, "seller"), 10, true);
    await saveMany(seller, 49);
    await save(seller, "Zuletzt");
    const listed = await listSavedViews(seller);
    expect(listed.slice(0, 50).every(({ isOwn }) => isOwn)).toBe(true);
    expect(listed[49]?.name).toBe("Zuletzt");
    expect(listed.slice(50)).toHaveLength(100);
    expect(listed.slice(50).some(({ isOwn }) => isOwn)).toBe(false);
  });

  test("are shared ten at a time", async () => {
    await saveMany(seller, 9, true);
    await save(seller, "The tenth", true);
    const full = { key: "tooManySharedViews", values: { limit: 10 } };
    await expect(save(seller, "One more", true)).rejects.toMatchObject(full);
    await save(seller, "For me");
    const id = await idOf(seller, "For me");
    await expect(changeView(seller, { id, name: "For me", isShared: true })).rejects.toMatchObject(full);
    await changeView(seller, { id: await idOf(seller, "The tenth"), name: "Still shared", isShared: true });
  });

  test("are 50 at most, in each workspace", async () => {
    await saveMany(seller, 49);
    await save(seller, "The fiftieth");
    await expect(save(seller, "One more")).rejects.toMatchObject(tooMany);
    expect(await countOf(seller)).toBe(50);

    const elsewhere = await createWorkspace();
    await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
      elsewhere.id,
      seller.userId,
    ]);
    await save({ ...seller, workspace: { ...seller.workspace, ...elsewhere } }, "One more");
    expect(await countOf(seller)).toBe(51);
  });

  test("are 50 at most when several are saved at once", async () => {
    await saveMany(seller, 48);
    const names = ["One", "Two", "Three", "Four", "Five", "Six"];
    const results = await Promise.allSettled(names.map((name) => save(seller, name)));
    const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refusals).toHaveLength(4);
    for (const refusal of refusals) expect(refusal).toMatchObject(tooMany);
    expect(await countOf(seller)).toBe(50);
  });

  test("are 50 at most in one statement too", async () => {
    await expect(saveMany(seller, 51)).rejects.toThrow("at most 50");
    expect(await countOf(seller)).toBe(0);
  });
});

/** The views of the workspace by name, as somebody lists them. */
async function namesFor(person: Member): Promise<string[]> {
  return (await listSavedViews(person)).map(({ name }) => name);
}

/** The id of a view that the person lists. */
async function idOf(person: Member, name: string): Promise<string> {
  const view = (await listSavedViews(person)).find((one) => one.name === name);
  if (!view) throw new Error(`There is no view ${name}.`);
  return view.id;
}

describe("a view is shared", () => {
  test.each(["admin", "manager", "seller"] as const)("by the %s", async (role) => {
    await save(await signIn(workspace, role), "For all", true);
    expect(await namesFor(seller)).toEqual(["For all"]);
  });

  test("not by a viewer, who keeps views in private", async () => {
    const viewer = await signIn(workspace, "viewer");
    const refusal = { key: "viewNotShareable" };
    await expect(save(viewer, "For all", true)).rejects.toMatchObject(refusal);
    await save(viewer, "For me");
    const id = await idOf(viewer, "For me");
    const change = { id, name: "Still for me" };
    await expect(changeView(viewer, { ...change, isShared: true })).rejects.toMatchObject(refusal);
    await changeView(viewer, { ...change, isShared: false });
    expect(await namesFor(viewer)).toEqual(["Still for me"]);
    expect(await namesFor(seller)).toEqual([]);
  });

  test("until whoever has become a viewer stops it", async () => {
    await save(seller, "For all", true);
    await asOwner("update memberships set role = 'viewer' where user_id = $1", [seller.userId]);
    const demoted = { ...seller, role: "viewer" as const };
    const id = await idOf(demoted, "For all");
    await changeView(demoted, { id, name: "For all", isShared: false });
    expect(await namesFor(await signIn(workspace, "admin"))).toEqual([]);
  });
});

describe("a view that a colleague shares", () => {
  test.each(["admin", "manager"] as const)("is the %s's to delete, and not to rename", async (role) => {
    const admin = await signIn(workspace, role);
    await save(seller, "For all", true);
    const id = await idOf(admin, "For all");
    await expect(changeView(admin, { id, name: "Mine", isShared: true })).rejects.toMatchObject({
      key: "notFoundView",
    });
    await deleteView(admin, id);
    expect(await namesFor(seller)).toEqual([]);
  });

  test.each(["seller", "viewer"] as const)("is not the %s's to delete", async (role) => {
    await save(seller, "For all", true);
    await deleteView(await signIn(workspace, role), await idOf(seller, "For all"));
    expect(await namesFor(seller)).toEqual(["For all"]);
  });

  test("is nothing to an admin when it is private, or of another workspace", async () => {
    await save(seller, "For me");
    const id = await idOf(seller, "For me");
    await deleteView(await signIn(workspace, "admin"), id);
    await changeView(seller, { id, name: "For all", isShared: true });
    await deleteView(await signIn(await createWorkspace(), "admin"), id);
    expect(await namesFor(seller)).toEqual(["For all"]);
  });
});

describe("the person's own views", () => {
  const namesOf = async (person: Member) => (await listSavedViews(person)).map(({ name }) => name);
  const idsOf = async (person: Member) => (await listSavedViews(person)).map(({ id }) => id);

  test("stand as they were saved until the person puts them in order", async () => {
    for (const name of ["C", "A", "B"]) await save(seller, name);
    expect(await namesOf(seller)).toEqual(["C", "A", "B"]);
    await orderViews(seller, (await idsOf(seller)).toReversed());
    expect(await namesOf(seller)).toEqual(["B", "A", "C"]);
    await save(seller, "D");
    expect(await namesOf(seller)).toEqual(["B", "A", "C", "D"]);
  });

  test("can show something else from then on, and keep their names", async () => {
    await save(seller, "Mine");
    const [id = ""] = await idsOf(seller);
    await updateView(seller, { id, query: "arrived=last7" });
    expect(await listSavedViews(seller)).toMatchObject([{ name: "Mine", query: "arrived=last7" }]);
  });

  test("are changed by nobody else", async () => {
    await save(seller, "Shared", true);
    await save(seller, "Another", true);
    const colleague = await signIn(workspace, "admin");
    const ids = await idsOf(colleague);
    await orderViews(colleague, ids);
    expect(await namesOf(seller)).toEqual(["Shared", "Another"]);
    await expect(updateView(colleague, { id: ids[0] ?? "", query: "" })).rejects.toMatchObject({
      key: "notFoundView",
    });
  });
});
