import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serialize } from "node:v8";
import type { Asker } from "#scripts/bench/people.ts";

// Run in a process of its own for each of two checkouts: it takes all that it asks from the checkout, whose own bench this is a part of,
// and writes down what that sends to the database.

/** A question of one person, and what the checkout's lib sends for it, transaction by transaction. */
export interface RecordedQuestion {
  asker: string;
  question: string;
  transactions: { text: string; values: unknown[] }[][];
}

const [checkout = "", dataDir = "", only = "", file = ""] = process.argv.slice(2);
process.loadEnvFile(join(dataDir, "stack.env"));

const bench = <T>(path: string): Promise<T> => import(pathToFileURL(join(checkout, path)).href);
const { withOwner } = await bench<typeof import("#scripts/bench/database.ts")>("scripts/bench/database.ts");
const { findAskers } = await bench<typeof import("#scripts/bench/people.ts")>("scripts/bench/people.ts");
const { findSamples } = await bench<typeof import("#scripts/bench/samples.ts")>("scripts/bench/samples.ts");
const lists = await bench<typeof import("#scripts/bench/lists.ts")>("scripts/bench/lists.ts");
const { record } = await bench<typeof import("#scripts/bench/measure.ts")>("scripts/bench/measure.ts");
const { countViews } = await bench<typeof import("#lib/leads/queries.ts")>("lib/leads/queries.ts");

await withOwner(async (owner) => {
  const recorded: RecordedQuestion[] = [];
  for (const asker of await findAskers(owner)) {
    for (const { name, ask } of await questionsOf(asker)) {
      if (!name.includes(only)) continue;
      const transactions = await record(ask);
      recorded.push({ asker: asker.label, question: name, transactions: transactions.map(statementsOf) });
    }
  }
  await writeFile(file, serialize(recorded));

  async function questionsOf(asker: Asker): Promise<{ name: string; ask: () => Promise<unknown> }[]> {
    const samples = await findSamples(owner, asker);
    return [
      ...(await lists.questionsTo(lists.leads, asker, samples)),
      { name: "counts of the tabs", ask: () => countViews(asker.session) },
      ...(await lists.questionsTo(lists.orders, asker, samples)),
      ...(await lists.questionsTo(lists.customers, asker, samples)),
    ];
  }
});
process.exit();

function statementsOf(transaction: { text: string; values?: unknown[] }[]) {
  return transaction.map(({ text, values = [] }) => ({ text, values }));
}
