import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asAnon, asAppLogin, asOwner, asPerson, asSystem, type Query } from "#tests/support/database.ts";
import { readMatrix } from "./matrix.ts";
import type { Allowed, TableRights } from "./rights.ts";
import type { TableAccess } from "./table-access.ts";
import { type Reached, tryEverything } from "./try.ts";
import { type Asker, askers, createWorld, type World } from "./world.ts";

const matrix = await readMatrix();

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

test("every table has its rights written down, and no other", async () => {
  const existing = await asOwner<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public'",
  );
  expect(Object.keys(matrix).sort()).toEqual(existing.map((row) => row.tablename).sort());
});

test("row level security is on for every table, and binds its owner too", async () => {
  const open = await asOwner(
    `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
});

describe.each(Object.entries(matrix))("%s", (table, { rights, trials }: TableAccess) => {
  test.each(askers)("%s", async (asker) => {
    const userId = userIdOf(asker);
    const reached = await ask(asker, (query) => tryEverything(query, table, trials(world), userId));
    expect(reached).toEqual(expected(rights, asker, reached));
  });

  test("the trials themselves are sound: the system reaches every row", async () => {
    const trial = trials(world);
    const { seller } = world.people;
    const reached = await asSystem((query) => tryEverything(query, table, trial, seller.userId));
    const rows = Object.keys(trial.rows).sort();
    expect(reached).toMatchObject({ select: rows, update: rows, delete: rows });
    expect(reached.insert).toEqual(Object.keys(trial.inserts(seller.userId)).sort());
  });
});

function userIdOf(asker: Asker): string {
  return asker === "anon" || asker === "appLogin" ? randomUUID() : world.people[asker].userId;
}

function ask(asker: Asker, work: (query: Query) => Promise<Reached>): Promise<Reached> {
  if (asker === "anon") return asAnon(work);
  if (asker === "appLogin") return asAppLogin(work);
  return asPerson(world.people[asker].userId, work);
}

function expected(rights: TableRights, asker: Asker, reached: Reached): Reached {
  const names = (allowed: Allowed) => allowed[asker]?.split(" ").sort() ?? [];
  const deletable = names(rights.delete);
  // Which rows a blind delete reaches is not to be known when the first that others refer to stops it.
  const isStopped = deletable.length > 0 && reached.blindDelete === "stopped";
  return {
    select: names(rights.select),
    insert: names(rights.insert),
    update: names(rights.update),
    delete: deletable,
    blindSelect: names(rights.select).length,
    blindUpdate: names(rights.update).length,
    blindDelete: isStopped ? "stopped" : deletable.length,
  };
}
