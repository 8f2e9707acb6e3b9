import { beforeAll, expect, test } from "vitest";
import { listForSelection } from "#lib/leads/selection.ts";
import { pageOf, walk } from "./ask.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

test.each(["", "view=to_call", "q=maria&sort=value", "status=pending,shipped"])(
  "what is selected of a list is all that it holds, in its order: ?%s",
  async (query) => {
    for (const asker of ["admin", "ana"] as const) {
      const session = world.sessions[asker];
      const { forth } = await walk(session, query);
      const { leads, next } = await listForSelection(session, { query, after: "" });
      expect(leads.map(({ id }) => id)).toEqual(forth.map(({ id }) => id));
      expect(leads.map(({ tags }) => tags)).toEqual(forth.map(({ tags }) => tags));
      expect(next).toBeNull();
    }
  },
);

test("it goes on after a part of it", async () => {
  const { rows, next } = await pageOf(world.sessions.admin, "size=25");
  const { leads } = await listForSelection(world.sessions.admin, { query: "", after: next ?? "" });
  const all = await listForSelection(world.sessions.admin, { query: "", after: "" });
  expect(leads.map(({ id }) => id)).toEqual(all.leads.slice(rows.length).map(({ id }) => id));
});

test("a list that finds nothing has nothing to select", async () => {
  const query = "q=nobody+is+called+so";
  expect(await listForSelection(world.sessions.admin, { query, after: "" })).toEqual({
    leads: [],
    next: null,
  });
});
