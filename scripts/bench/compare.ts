import type { Client } from "pg";
import { fastest, quantile, record, replay, timed } from "#scripts/bench/measure.ts";

/** Milliseconds. */
export interface Times {
  median: number;
  p95: number;
}

/** What a question takes. */
export interface Figures {
  /** Its statements under row level security, as lib sends them. */
  secured: Times;
  /** The same question in plain SQL, as the owner. */
  plain: Times;
  /** Of the medians. */
  ratio: number;
  /** The whole call of lib, with its transactions and what Prisma does. */
  call: Times;
}

/** A question to lib, and the ways to ask the same in plain SQL, each of one or more statements. */
export interface Comparison {
  ask: () => Promise<unknown>;
  plain: readonly (readonly string[])[];
}

const warmUps = 3;

/** Asks both ways in turn, so that whatever else the machine does troubles both alike. */
export async function compare(
  { app, owner, repetitions }: { app: Client; owner: Client; repetitions: number },
  { ask, plain }: Comparison,
): Promise<Figures> {
  const recorded = await record(ask);
  const askPlainly = (statements: readonly string[]) =>
    timed(async () => {
      for (const statement of statements) await owner.query({ text: statement, rowMode: "array" });
    });
  const best = await fastest(plain, askPlainly);
  const times: { secured: number[]; plain: number[]; call: number[] } = { secured: [], plain: [], call: [] };
  for (let round = 0; round < warmUps + repetitions; round++) {
    times.secured.push(await replay(app, recorded));
    times.plain.push(await askPlainly(best));
    times.call.push(await timed(ask));
  }
  const secured = timesOf(times.secured);
  const plainly = timesOf(times.plain);
  return { secured, plain: plainly, ratio: secured.median / plainly.median, call: timesOf(times.call) };
}

function timesOf(values: readonly number[]): Times {
  const counted = values.slice(warmUps);
  return { median: quantile(counted, 0.5), p95: quantile(counted, 0.95) };
}
