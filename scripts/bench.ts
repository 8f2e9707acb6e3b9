import { writeFile } from "node:fs/promises";
import { Client } from "pg";
import { z } from "zod";
import { env } from "#lib/base/env.ts";
import { countViews } from "#lib/leads/queries.ts";
import { compare, type Figures } from "#scripts/bench/compare.ts";
import { dashboardQuestions } from "#scripts/bench/dashboard-questions.ts";
import { withOwner } from "#scripts/bench/database.ts";
import { queues } from "#scripts/bench/lead-questions.ts";
import { customers, leads, type NamedComparison, orders, questionsTo } from "#scripts/bench/lists.ts";
import { type Asker, findAskers } from "#scripts/bench/people.ts";
import { plainCount } from "#scripts/bench/plain.ts";
import { plainLeads } from "#scripts/bench/plain-lists.ts";
import { findSamples } from "#scripts/bench/samples.ts";
import { heading, lineOf } from "#scripts/bench/table.ts";
import { runScript } from "#scripts/command-line.ts";

const usage = `npm run bench -- [options]

Asks the lists of leads, orders and customers what people ask them, as an admin, a busy and a middling seller, and beside each question
the same in plain SQL by the owner of the tables, whom row level security does not bind. Fill the database first: npm run bench:load.

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

/** All that is asked as one person: each question to each list, and the counts of the tabs. */
async function comparisons(owner: Client, asker: Asker): Promise<NamedComparison[]> {
  const { session } = asker;
  const samples = await findSamples(owner, asker);
  const views = ["true", ...Object.values(queues)];
  return [
    ...(await dashboardQuestions(owner, session)),
    ...(await questionsTo(leads, asker, samples)),
    {
      name: "counts of the tabs",
      ask: () => countViews(session),
      plain: [views.map((where) => plainCount(plainLeads, session, { where }))],
    },
    ...(await questionsTo(orders, asker, samples)),
    ...(await questionsTo(customers, asker, samples)),
  ];
}
