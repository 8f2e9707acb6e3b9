import { beforeEach, describe, expect, test } from "vitest";
import { saveView } from "#lib/views/commands.ts";
import { listSavedViews } from "#lib/views/queries.ts";
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

describe("a person's own saved views", () => {
  test("all come first, however many the colleagues share", async () => {
    for (let colleague = 0; colleague < 3; colleague++)
      await saveMany(await signIn(workspace, "seller"), 50, true);
    await saveMany(seller, 49);
    await save(seller, "Zuletzt");
    const listed = await listSavedViews(seller);
    expect(listed.slice(0, 50).every(({ isOwn }) => isOwn)).toBe(true);
    expect(listed[49]?.name).toBe("Zuletzt");
    expect(listed.slice(50)).toHaveLength(100);
    expect(listed.slice(50).some(({ isOwn }) => isOwn)).toBe(false);
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
