import { Client, type QueryConfig } from "pg";

/** Statements of one transaction, as the driver was given them. */
export type Recorded = QueryConfig[];

/** Runs something of lib once and answers the statements it sent, transaction by transaction. */
export async function record(work: () => Promise<unknown>): Promise<Recorded[]> {
  const transactions: Recorded[] = [];
  const open = new Map<Client, Recorded>();
  const original = Client.prototype.query;
  Object.assign(Client.prototype, {
    query(this: Client, ...parameters: [string | QueryConfig, ...unknown[]]) {
      const [statement] = parameters;
      const config = typeof statement === "string" ? { text: statement } : statement;
      if (/^begin/i.test(config.text)) {
        const transaction: Recorded = [];
        open.set(this, transaction);
        transactions.push(transaction);
      } else if (!/^(commit|rollback)/i.test(config.text)) {
        open.get(this)?.push(config);
      }
      return Reflect.apply(original, this, parameters);
    },
  });
  try {
    await work();
  } finally {
    Object.assign(Client.prototype, { query: original });
  }
  return transactions;
}

/**
 * Sends recorded transactions again and answers the milliseconds spent in their statements: planning, row level security, execution
 * and the way to this process. What only opens and closes a transaction, and takes on the role, is not counted.
 */
export async function replay(client: Client, transactions: readonly Recorded[]): Promise<number> {
  let milliseconds = 0;
  for (const transaction of transactions) {
    await client.query("begin");
    for (const statement of transaction) {
      const time = await timed(() => client.query(statement));
      if (!statement.text.includes("set_config('role'")) milliseconds += time;
    }
    await client.query("commit");
  }
  return milliseconds;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Of several ways to ask the same, the one with the lowest median. */
export async function fastest<T extends object>(
  ways: readonly T[],
  ask: (way: T) => Promise<number>,
): Promise<T> {
  const medians: { way: T; median: number }[] = [];
  for (const way of ways) {
    const times: number[] = [];
    for (let round = 0; round < 4; round++) times.push(await ask(way));
    medians.push({ way, median: quantile(times.slice(1), 0.5) });
  }
  const best = medians.toSorted((one, other) => one.median - other.median)[0];
  if (!best) throw new Error("There is no way to choose from.");
  return best.way;
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
