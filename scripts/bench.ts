import { writeFile } from "node:fs/promises";
import { Client } from "pg";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { loadLeadListParams } from "#lib/leads/filters.ts";
import { countViews, listLeads } from "#lib/leads/queries.ts";
import { type Comparison, compare, type Figures } from "#scripts/bench/compare.ts";
import { withOwner } from "#scripts/bench/database.ts";
import { type Asker, findAskers } from "#scripts/bench/people.ts";
import { plainCount, plainPage } from "#scripts/bench/plain.ts";
import { questionsOf, queues } from "#scripts/bench/questions.ts";
import { findSamples } from "#scripts/bench/samples.ts";
import { heading, lineOf } from "#scripts/bench/table.ts";
import { runScript } from "#scripts/command-line.ts";

const usage = `npm run bench -- [options]

Asks the list of leads everything that people ask it, as an admin, a busy and a middling seller, and beside each question the same in
plain SQL by the owner of the tables, whom row level security does not bind. Fill the database first: npm run bench:load.

  --repetitions 40   of each question, after three that don't count
  --only search      questions whose name contains this
  --json bench.json  writes the figures to a file, too`;

await runScript({
  usage,
  options: { repetitions: { type: "string" }, only: { type: "string" }, json: { type: "string" } },
  schema: z.object({
    repetitions: z.coerce.number().int().min(1).max(1_000).default(40),
    only: z.string().default(""),
    json: z.string().min(1).optional(),
    positionals: z.tuple([]),
  }),
  run,
});

interface Options {
  repetitions: number;
  only: string;
  json?: string | undefined;
}

/** A line of the table. */
interface Answer extends Figures {
  asker: string;
  question: string;
}

async function run({ repetitions, only, json }: Options): Promise<void> {
  const answers = await withOwner((owner) =>
    withApp(async (app) => {
      const list: Answer[] = [];
      for (const asker of await findAskers(owner)) {
        console.log(`\n${asker.label}, milliseconds\n${heading}`);
        for (const { name, ...comparison } of await comparisons(owner, asker)) {
          if (!name.includes(only)) continue;
          const figures = await compare({ app, owner, repetitions }, comparison);
          list.push({ asker: asker.label, question: name, ...figures });
          console.log(lineOf(name, figures));
        }
      }
      return list;
    }),
  );
  if (json) await writeFile(json, `${JSON.stringify(answers, null, 2)}\n`);
}

/** A connection with the app's own login. */
async function withApp<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** All that is asked as one person: each question to the list, and the counts of the tabs. */
async function comparisons(owner: Client, asker: Asker): Promise<(Comparison & { name: string })[]> {
  const samples = await findSamples(owner, asker);
  const questions = questionsOf(asker, samples, await cursorAfter(asker, samples.deep.place));
  return [
    ...questions.map(({ name, query, plain }) => ({
      name,
      ask: () => listLeads(asker.session, loadLeadListParams(query)),
      plain: plain.map((pick) => [plainPage(asker, pick), plainCount(asker, pick)]),
    })),
    {
      name: "counts of the tabs",
      ask: () => countViews(asker.session),
      plain: [["true", ...Object.values(queues)].map((where) => plainCount(asker, { where }))],
    },
  ];
}

/** The cursor behind so many leads, found as people find it: page by page. */
async function cursorAfter({ session }: Asker, place: number): Promise<string> {
  let after = "";
  for (let passed = 0; passed < place; passed += 100) {
    const page = await listLeads(session, loadLeadListParams({ size: "100", after }));
    after = page.next ?? "";
  }
  return after;
}
