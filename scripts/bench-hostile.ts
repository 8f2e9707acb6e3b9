import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { disconnect } from "#lib/base/db/client.ts";
import { type RunningAstra, startAstra } from "#scripts/bench/hostile/astra.ts";
import { median, percentile, type Worked, work } from "#scripts/bench/hostile/work.ts";
import { type HostileWorld, makeWorld } from "#scripts/bench/hostile/world.ts";

// npm run bench:hostile: one store sends its worst for a minute while another seller works. Everything is on this machine, in an Astra of
// the bench's own; it ends with code 1 when the other seller was kept waiting for longer than promised, or memory ran over.

const slowestRatio = 3;
const mostMemory = 600;

const options = z
  .object({
    seconds: z.coerce.number().int().min(5).max(600).default(60),
    atOnce: z.coerce.number().int().min(1).max(500).default(150),
    json: z.string().min(1).optional(),
  })
  .parse(
    parseArgs({
      options: { seconds: { type: "string" }, atOnce: { type: "string" }, json: { type: "string" } },
    }).values,
  );

const heading =
  "| | pages | median ms | p95 | slowest | orders | median ms | p95 |\n|---|---|---|---|---|---|---|---|";

const astra = await startAstra(console.log);
try {
  await run(astra);
} finally {
  await disconnect();
  await astra.stop();
}

async function run({ url, peaks }: RunningAstra): Promise<void> {
  const world = await makeWorld(url);
  await work(url, world, 10, 1_000);
  console.log("Quiet…");
  const quiet = await work(url, world, 20, 2_000);
  const before = await peaks();
  console.log(`One store sends its worst, ${options.atOnce} at once, for ${options.seconds} s…`);
  const sending = sendWorst(url, world);
  const attacked = await work(url, world, options.seconds, 3_000);
  const answers = await sending;
  const after = await peaks();
  console.log("Afterwards…");
  const recovered = await work(url, world, 10, 4_000);
  const ratio = median(attacked.pages) / median(quiet.pages);
  console.log(
    `\n${heading}\n${[line("quiet", quiet), line("attacked", attacked), line("afterwards", recovered)].join("\n")}`,
  );
  console.log(
    `\nPages took ${ratio.toFixed(2)} times as long. The hostile store heard ${JSON.stringify(answers)}.`,
  );
  console.log(
    `Memory at most: app ${after.app} MB (${before.app} before), worker ${after.worker} MB (${before.worker} before).`,
  );
  const failures = [...quiet.failures, ...attacked.failures, ...recovered.failures];
  if (failures.length > 0) console.log(`Not answered: ${failures.slice(0, 20).join(", ")}`);
  if (options.json)
    await writeFile(options.json, JSON.stringify({ quiet, attacked, recovered, answers, before, after }));
  const isKept = ratio <= slowestRatio && Math.max(after.app ?? 0, after.worker ?? 0) <= mostMemory;
  process.exitCode = isKept && failures.length === 0 ? 0 : 1;
}

/** Answers how often each status was heard. */
function sendWorst(url: string, { hostile }: HostileWorld): Promise<Record<string, number>> {
  const file = fileURLToPath(new URL("./bench/hostile/sender.ts", import.meta.url));
  const task = JSON.stringify({ url, store: hostile, atOnce: options.atOnce, seconds: options.seconds });
  const sender = spawn(process.execPath, ["--conditions=react-server", file, task], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // It stands for a machine elsewhere: what it costs to make and send such bodies is to be taken from nobody here.
  if (sender.pid) setPriority(sender.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  let output = "";
  sender.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  return new Promise((resolve, reject) => {
    sender.once("error", reject);
    sender.once("exit", (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`The sender ended with ${code}.`)),
    );
  });
}

function line(name: string, { pages, orders }: Worked): string {
  const figures = [median(pages), percentile(pages, 0.95), Math.max(...pages)].map((value) =>
    value.toFixed(0),
  );
  const ofOrders = [median(orders), percentile(orders, 0.95)].map((value) => value.toFixed(0));
  return `| ${[name, pages.length, ...figures, orders.length, ...ofOrders].join(" | ")} |`;
}
