import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { type Browser, chromium } from "playwright";
import { z } from "zod";
import { workOnLaptop } from "#scripts/bench/day/laptop.ts";
import { workOnPhone } from "#scripts/bench/day/phone.ts";
import { weighLeads } from "#scripts/bench/day/weigh.ts";
import { quantile } from "#scripts/bench/measure.ts";
import { openSide, type Side } from "#scripts/bench/pages/side.ts";
import { runScript } from "#scripts/command-line.ts";
import { ScriptError } from "#scripts/script-error.ts";
import { buildIfNeeded } from "#scripts/stack/build.ts";
import { defaultDataDir } from "#scripts/stack/paths.ts";
import { childEnvironment, projectDirectory } from "#scripts/stack/project.ts";
import { launchBrowserServer } from "#tests/support/browser.ts";

const usage = `npm run bench:day -- --against <checkout> [options]

Works the list of leads in Chromium as a person does, of this checkout and of another built one in turn, and says how long that person waits
and what the list weighs. Each has a stack of its own in ASTRA_DATA_DIR with as many leads, of which it confirms some: in both npm run stack,
and beside it npm run bench:load -- --leads 10000.

  --rounds 12      of each, after one that doesn't count
  --json day.json  writes the figures to a file, too`;

/** What is measured, and how much it may be: as often as in the other Astra, or for an act on a row, in milliseconds. */
const figures = [
  { name: "tab", title: "a tab, until its rows are drawn, ms", most: 0.6 },
  { name: "filter", title: "a filter, until its rows are drawn, ms", most: 0.6 },
  { name: "act", title: "a key on a row, until its status is drawn, ms", most: null },
  { name: "call", title: "phone, until a call can be begun, ms", most: 0.5 },
  { name: "confirm", title: "phone, until a tap has confirmed a lead, ms", most: 0.5 },
  { name: "laptopHtml", title: "HTML of /leads for a laptop, kB", most: 0.5 },
  { name: "laptopSent", title: "the same, compressed", most: 0.5 },
  { name: "phoneHtml", title: "HTML of /leads for a phone, kB", most: 0.5 },
  { name: "phoneSent", title: "the same, compressed", most: 0.5 },
] as const;
const slowestAct = 50;

type Samples = Record<(typeof figures)[number]["name"], number[]>;

await runScript({
  usage,
  options: {
    against: { type: "string" },
    rounds: { type: "string" },
    json: { type: "string" },
  },
  schema: z.object({
    against: z.string().min(1),
    rounds: z.coerce.number().int().min(1).max(100).default(12),
    json: z.string().min(1).optional(),
    positionals: z.tuple([]),
  }),
  run,
});

interface Options {
  against: string;
  rounds: number;
  json?: string | undefined;
}

async function run({ against, rounds, json }: Options): Promise<void> {
  await buildIfNeeded(childEnvironment({}), console.log);
  const folder = await mkdtemp(join(tmpdir(), "astra-day-"));
  const chromiumServer = await launchBrowserServer();
  const opened: Side[] = [];
  const dataDir = relative(projectDirectory, defaultDataDir());
  const open = async (name: string, directory: string) => {
    const side = await openSide({ name, directory, dataDir }, join(folder, "servers.log"));
    opened.push(side);
    return side;
  };
  try {
    const sides = [
      await open("the other", resolve(against)),
      await open("this one", projectDirectory),
    ] as const;
    refuseUnlike(sides);
    const browser = await chromium.connect(chromiumServer.wsEndpoint());
    const medians = await workInTurn(browser, sides, rounds);
    console.log(`\n${tableOf(medians)}`);
    console.log(
      `\n${rounds} rounds, ${sides[1].leads.toLocaleString("en")} leads, a load of ${loadavg()[0]?.toFixed(1)} at the end.`,
    );
    if (json) await writeFile(json, `${JSON.stringify(medians, null, 2)}\n`);
  } finally {
    await Promise.all(opened.map(({ server }) => server.stop()));
    await chromiumServer.close();
    await rm(folder, { recursive: true });
  }
}

function refuseUnlike([one, other]: readonly [Side, Side]): void {
  if (one.leads !== other.leads)
    throw new ScriptError(`The other has ${one.leads} leads, this one ${other.leads}: fill both alike.`);
}

type Medians = Record<keyof Samples, number>;

/** Works on both in turn, each first every other time, so that whatever else the machine does troubles both alike. */
async function workInTurn(
  browser: Browser,
  sides: readonly [Side, Side],
  rounds: number,
): Promise<[Medians, Medians]> {
  const samples: Samples[][] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    for (const turn of [0, 1]) {
      const place = (round + turn) % 2;
      const side = sides[place];
      if (side) samples[place]?.push(await workOnce(browser, side));
    }
    console.log(`round ${round} of ${rounds}, a load of ${loadavg()[0]?.toFixed(1)}`);
  }
  const mediansOf = (rounds: Samples[] = []) =>
    Object.fromEntries(
      figures.map(({ name }) => [
        name,
        quantile(
          rounds.slice(1).flatMap((samples) => samples[name]),
          0.5,
        ),
      ]),
    ) as Medians;
  return [mediansOf(samples[0]), mediansOf(samples[1])];
}

async function workOnce(browser: Browser, side: Side): Promise<Samples> {
  const { tab, filter, act } = await workOnLaptop(browser, side);
  const { call, confirm } = await workOnPhone(browser, side);
  const laptop = await weighLeads(side, "laptop");
  const phone = await weighLeads(side, "phone");
  return {
    tab,
    filter,
    act,
    call: [call],
    confirm: [confirm],
    laptopHtml: [laptop.raw / 1_000],
    laptopSent: [laptop.compressed / 1_000],
    phoneHtml: [phone.raw / 1_000],
    phoneSent: [phone.compressed / 1_000],
  };
}

function tableOf([before, now]: [Medians, Medians]): string {
  const lines = figures.map(({ name, title, most }) => {
    const ratio = now[name] / before[name];
    const isBeyond = most === null ? now[name] > slowestAct : ratio > most;
    const cells = [
      title,
      before[name].toFixed(0),
      now[name].toFixed(0),
      `${ratio.toFixed(2)}${isBeyond ? " !" : ""}`,
    ];
    return `| ${cells.join(" | ")} | ${most ?? `${slowestAct} ms`} |`;
  });
  return ["| | the other | this one | ratio | at most |", "|---|---|---|---|---|", ...lines].join("\n");
}
