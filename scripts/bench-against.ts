import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { deserialize } from "node:v8";
import { Client } from "pg";
import { z } from "zod";
import { quantile, replay } from "#scripts/bench/measure.ts";
import type { RecordedQuestion } from "#scripts/bench/record-questions.ts";
import { runScript } from "#scripts/command-line.ts";
import { ScriptError } from "#scripts/script-error.ts";
import { projectDirectory } from "#scripts/stack/project.ts";

const usage = `npm run bench:against -- --other <checkout> [options]

Asks the questions of npm run bench of this checkout and of another one in turn, and says which this one answers slower. Each has a database
of its own, filled by itself: in both, ASTRA_DATA_DIR=.astra-bench npm run stack, and beside it npm run bench:load.

  --repetitions 40      of each question, after three that don't count
  --only search         questions whose name contains this
  --json against.json   writes the figures to a file, too`;

const dataDir = ".astra-bench";
const warmUps = 3;
/** Beyond it a question is slower than before, and not only by chance. */
const slowerFrom = 1.1;

await runScript({
  usage,
  options: {
    other: { type: "string" },
    repetitions: { type: "string" },
    only: { type: "string" },
    json: { type: "string" },
  },
  schema: z.object({
    other: z.string().min(1),
    repetitions: z.coerce.number().int().min(1).max(1_000).default(40),
    only: z.string().default(""),
    json: z.string().min(1).optional(),
    positionals: z.tuple([]),
  }),
  run,
});

interface Side {
  client: Client;
  questions: Map<string, RecordedQuestion>;
}

async function run(options: { other: string; repetitions: number; only: string; json?: string | undefined }) {
  const here = await open(projectDirectory, options.only);
  const there = await open(resolve(options.other), options.only);
  const answers: { name: string; before: number; now: number; ratio: number }[] = [];
  for (const [name, now] of here.questions) {
    const before = there.questions.get(name);
    if (!before) continue;
    const times = await inTurn(
      () => replay(there.client, before.transactions),
      () => replay(here.client, now.transactions),
      options.repetitions,
    );
    answers.push({ name, ...times, ratio: times.now / times.before });
    console.log(lineOf(name, times));
  }
  const slower = answers.filter(({ ratio }) => ratio > slowerFrom);
  console.log(`\n${slower.length} of ${answers.length} questions are slower than ${slowerFrom} times:`);
  for (const { name, ...times } of slower) console.log(lineOf(name, times));
  if (options.json) await writeFile(options.json, `${JSON.stringify(answers, null, 2)}\n`);
  await Promise.all([here.client.end(), there.client.end()]);
}

/** Asks both in turn, each first every other time, so that whatever else the machine does troubles both alike; medians in milliseconds. */
async function inTurn(before: () => Promise<number>, now: () => Promise<number>, repetitions: number) {
  const times = { before: [] as number[], now: [] as number[] };
  for (let round = 0; round < warmUps + repetitions; round++) {
    if (round % 2 === 0) times.before.push(await before());
    times.now.push(await now());
    if (round % 2 === 1) times.before.push(await before());
  }
  const medianOf = (values: number[]) => quantile(values.slice(warmUps), 0.5);
  return { before: medianOf(times.before), now: medianOf(times.now) };
}

async function open(checkout: string, only: string): Promise<Side> {
  const { DATABASE_URL } = parseEnv(await readFile(join(checkout, dataDir, "stack.env"), "utf8"));
  if (!DATABASE_URL)
    throw new ScriptError(`${checkout} has no database for the bench: ${dataDir}/stack.env names none.`);
  const client = new Client({ connectionString: DATABASE_URL });
  await client.connect();
  const recorded = await record(checkout, only);
  return { client, questions: new Map(recorded.map((one) => [`${one.asker}: ${one.question}`, one])) };
}

async function record(checkout: string, only: string): Promise<RecordedQuestion[]> {
  const folder = await mkdtemp(join(tmpdir(), "astra-questions-"));
  const file = join(folder, "questions");
  const recorder = fileURLToPath(new URL("./bench/record-questions.ts", import.meta.url));
  try {
    await runToEnd(
      ["--conditions=react-server", recorder, checkout, join(checkout, dataDir), only, file],
      checkout,
    );
    return deserialize(await readFile(file)) as RecordedQuestion[];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runToEnd(args: string[], cwd: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
      cwd,
      stdio: "inherit",
      // Each checkout reads the addresses of its own stack; those of this one must not come first.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: process.env.NODE_ENV },
    });
    child.once("error", fail);
    child.once("exit", (code) =>
      code === 0 ? done() : fail(new ScriptError(`${cwd} could not be asked (${code}).`)),
    );
  });
}

function lineOf(name: string, { before, now }: { before: number; now: number }): string {
  const figures = [before.toFixed(1), now.toFixed(1), (now / before).toFixed(2)];
  return name.padEnd(64) + figures.map((figure) => figure.padStart(9)).join("");
}
