import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { askInTurn } from "#scripts/bench/pages/ask.ts";
import { openSide, type Side } from "#scripts/bench/pages/side.ts";
import { runScript } from "#scripts/command-line.ts";
import { buildIfNeeded } from "#scripts/stack/build.ts";
import { defaultDataDir } from "#scripts/stack/paths.ts";
import { childEnvironment, projectDirectory } from "#scripts/stack/project.ts";

const usage = `npm run bench:pages -- [options]

Asks for the main pages as a browser does, over a small and a large business in turn, and says how long the first byte and the whole answer
took. Each has a stack of its own, filled by npm run bench:load: the large one in ASTRA_DATA_DIR, the small one with --leads 1000.

  --small .astra-bench-small   the data directory of the small one
  --against <checkout>         also another built Astra, over the .astra-bench of its own: the whole answer of /leads beside it
  --repetitions 40             of each page, after five that don't count
  --json pages.json            writes the figures to a file, too`;

const pages = ["/dashboard", "/leads", "/leads/[id]", "/leads/call", "/orders", "/customers", "/inventory"];
/** What the large business's pages may take at most, as often as the small one's; and /leads, as often as the other Astra's. */
const most = { large: 1.1, against: 0.6 };

await runScript({
  usage,
  options: {
    small: { type: "string" },
    against: { type: "string" },
    repetitions: { type: "string" },
    json: { type: "string" },
  },
  schema: z.object({
    small: z.string().min(1).default(".astra-bench-small"),
    against: z.string().min(1).optional(),
    repetitions: z.coerce.number().int().min(1).max(1_000).default(40),
    json: z.string().min(1).optional(),
    positionals: z.tuple([]),
  }),
  run,
});

interface Options {
  small: string;
  against?: string | undefined;
  repetitions: number;
  json?: string | undefined;
}

async function run({ small, against, repetitions, json }: Options): Promise<void> {
  await buildIfNeeded(childEnvironment({}), console.log);
  const folder = await mkdtemp(join(tmpdir(), "astra-pages-"));
  const sides: Side[] = [];
  const open = async (name: string, directory: string, dataDir: string) => {
    const side = await openSide({ name, directory, dataDir }, join(folder, "servers.log"));
    sides.push(side);
    return side;
  };
  try {
    const here = [
      await open("the small one", projectDirectory, small),
      await open("the large one", projectDirectory, relative(projectDirectory, defaultDataDir())),
    ] as const;
    const figures = await comparePages(here, repetitions);
    if (against)
      await compareLeads(here[1], await open("the other", resolve(against), ".astra-bench"), repetitions);
    if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await Promise.all(sides.map(({ server }) => server.stop()));
    await rm(folder, { recursive: true });
  }
}

async function comparePages(sides: readonly [Side, Side], repetitions: number) {
  const [small, large] = sides.map(({ leads }) => leads.toLocaleString("en"));
  console.log(
    `| page, ms | first byte, ${small} | ${large} leads | ratio | whole, ${small} | ${large} leads | ratio | HTML, kB |`,
  );
  console.log(`|${"---|".repeat(8)}`);
  const figures = [];
  for (const page of pages) {
    const [one, other] = await askInTurn(sides, ({ leadId }) => page.replace("[id]", leadId), repetitions);
    if (!one || !other) continue;
    figures.push({ page, small: one, large: other });
    const columns = [
      page,
      one.firstByte.toFixed(0),
      other.firstByte.toFixed(0),
      ratioOf(other.firstByte / one.firstByte, most.large),
      one.whole.toFixed(0),
      other.whole.toFixed(0),
      ratioOf(other.whole / one.whole, most.large),
      (other.bytes / 1_000).toFixed(0),
    ];
    console.log(`| ${columns.join(" | ")} |`);
  }
  return figures;
}

async function compareLeads(here: Side, there: Side, repetitions: number): Promise<void> {
  const [now, before] = await askInTurn([here, there], () => "/leads", repetitions);
  if (!now || !before) return;
  console.log(
    `\n/leads whole: ${now.whole.toFixed(0)} ms and ${(now.bytes / 1_000).toFixed(0)} kB, the other Astra ${before.whole.toFixed(0)} ms and ${(before.bytes / 1_000).toFixed(0)} kB: ${ratioOf(now.whole / before.whole, most.against)}`,
  );
}

function ratioOf(ratio: number, bound: number): string {
  return `${ratio.toFixed(2)}${ratio > bound ? " !" : ""}`;
}
