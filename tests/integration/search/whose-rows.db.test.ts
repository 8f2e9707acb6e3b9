import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { expect, test } from "vitest";

/** The ways in which a search says whose rows it wants, of a table where one workspace has 80 of 100 rows, one 14, one 6. */
test("a search leaves out of the index whose rows it wants where that is most of them", async () => {
  const [most, some, few] = [randomUUID(), randomUUID(), randomUUID()];
  const client = new Client({ connectionString: process.env.DIRECT_URL });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("create table public.searched (workspace_id uuid)");
    await client.query(
      `insert into public.searched
       select case when row <= 80 then $1::uuid when row <= 94 then $2::uuid else $3::uuid end from generate_series(1, 100) row`,
      [most, some, few],
    );
    const conditionOf = async (owner: string, words: string[]) => {
      const { rows } = await client.query<{ condition: string }>(
        "select astra.owner_condition('searched', 'workspace_id', $1, '$1', $2) as condition",
        [owner, words],
      );
      return rows[0]?.condition;
    };
    const asked = "workspace_id = $1";
    const compared = "workspace_id is not distinct from $1";

    expect(await conditionOf(most, ["popescu"])).toBe(asked);
    await client.query("analyze public.searched");
    expect(await conditionOf(most, ["popescu"])).toBe(compared);
    expect(await conditionOf(most, ["pop", "x"])).toBe(compared);
    expect(await conditionOf(most, ["x", "yz"])).toBe(asked);
    expect(await conditionOf(most, ["dj d"])).toBe(asked);
    expect(await conditionOf(some, ["popescu"])).toBe(asked);
    expect(await conditionOf(some, ["40721234567"])).toBe(compared);
    expect(await conditionOf(some, ["40721234567", "popescu"])).toBe(compared);
    expect(await conditionOf(some, ["maria.pop@gmail.com"])).toBe(compared);
    expect(await conditionOf(randomUUID(), ["40721234567"])).toBe(asked);
  } finally {
    await client.query("rollback");
    await client.end();
  }
});
