import { beforeEach, expect, test } from "vitest";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import { saveDensity, saveListLook } from "#lib/base/list/looks/commands.ts";
import { densities } from "#lib/base/list/looks/model.ts";
import { getDensity, getListLook } from "#lib/base/list/looks/queries.ts";
import { asPerson } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";

let session: Session;

beforeEach(async () => {
  session = (await loadSession((await createMember(await createWorkspace(), "seller")).userId)) as Session;
});

test("a list that was never changed has the rows that the person wants of all", async () => {
  expect(await getDensity(session)).toBe("comfortable");
  expect(await getListLook(session, "leads")).toBeNull();
  for (const density of ["compact", "medium"] as const) {
    await saveDensity(session, density);
    expect(await getDensity(session)).toBe(density);
    expect(await getListLook(session, "leads")).toEqual({ density, hidden: [], order: [] });
  }
});

test("choosing for all counts for lists that were had otherwise, and keeps their columns; each can be had otherwise again", async () => {
  const look = { density: "medium" as const, hidden: ["tags"], order: [] };
  await saveListLook(session, "orders", look);
  await saveDensity(session, "compact");
  expect(await getListLook(session, "orders")).toEqual({ ...look, density: "compact" });
  await saveListLook(session, "orders", look);
  expect(await getListLook(session, "orders")).toEqual(look);
  expect(await getListLook(session, "leads")).toMatchObject({ density: "compact" });
});

test("the database takes what Astra knows, and nothing else", async () => {
  const write = (density: string) =>
    asPerson(session.userId, (query) =>
      query("update users set density = $2 where id = $1", [session.userId, density]),
    );
  for (const density of densities) await write(density);
  await expect(write("airy")).rejects.toThrow("users_density_check");
});
