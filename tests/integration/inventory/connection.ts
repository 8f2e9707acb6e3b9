import pg from "pg";
import { ownAstra } from "#tests/support/own-astra.ts";

/** Runs one statement in a transaction of its own, or in one that is open. */
export type Run = (text: string, values?: unknown[]) => Promise<unknown>;

/** Runs `work` over one connection of the migrations' login. */
export async function withOwner<T>(work: (run: Run) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownAstra().env.DIRECT_URL });
  await client.connect();
  try {
    return await work((text, values) => client.query(text, values));
  } finally {
    await client.end();
  }
}
