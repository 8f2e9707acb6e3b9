import { writeFile } from "node:fs/promises";
import { Client } from "pg";
import { z } from "zod";
import { seesEverything } from "#lib/auth/permissions.ts";
import { loadCustomerListParams } from "#lib/customers/filters.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { env } from "#lib/env.ts";
import { loadLeadListParams } from "#lib/leads/filters.ts";
import { countViews, listLeads } from "#lib/leads/queries.ts";
import { loadOrderListParams } from "#lib/orders/filters.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { type Comparison, compare, type Figures } from "#scripts/bench/compare.ts";
import { customerQuestions } from "#scripts/bench/customer-questions.ts";
import { withOwner } from "#scripts/bench/database.ts";
import { deepPlace } from "#scripts/bench/deep-place.ts";
import { leadQuestions, queues } from "#scripts/bench/lead-questions.ts";
import { orderQuestions } from "#scripts/bench/order-questions.ts";
import { type Asker, findAskers } from "#scripts/bench/people.ts";
import { plainCount, plainQuestion } from "#scripts/bench/plain.ts";
import { plainCustomers, plainKnownCustomers, plainLeads, plainOrders } from "#scripts/bench/plain-lists.ts";
import { findSamples, type Samples } from "#scripts/bench/samples.ts";
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

interface Named extends Comparison {
  name: string;
}

/** All that is asked as one person: each question to each list, and the counts of the tabs. */
async function comparisons(owner: Client, asker: Asker): Promise<Named[]> {
  const { session } = asker;
  const samples = await findSamples(owner, asker);
  const views = ["true", ...Object.values(queues)];
  return [
    ...(await ofLeads(asker, samples)),
    {
      name: "counts of the tabs",
      ask: () => countViews(session),
      plain: [views.map((where) => plainCount(plainLeads, session, { where }))],
    },
    ...(await ofOrders(asker, samples)),
    ...(await ofCustomers(asker, samples)),
  ];
}

async function ofLeads(asker: Asker, samples: Samples): Promise<Named[]> {
  const { session } = asker;
  const list = (query: Record<string, string>) => listLeads(session, loadLeadListParams(query));
  const deep = await deepPlace(async (after) => {
    const { rows, next } = await list({ size: "100", after });
    return { rows: rows.map(({ arrivedAt, id }) => ({ at: arrivedAt, id })), next };
  }, samples.depth);
  return leadQuestions(asker, samples, deep).map(({ name, query, plain }) => ({
    name,
    ask: () => list(query),
    plain: plain.map((pick) => plainQuestion(plainLeads, session, pick)),
  }));
}

async function ofOrders(asker: Asker, samples: Samples): Promise<Named[]> {
  const { session } = asker;
  const list = (query: Record<string, string>) => listOrders(session, loadOrderListParams(query));
  const deep = await deepPlace(async (after) => {
    const { rows, next } = await list({ size: "100", after });
    return { rows: rows.map(({ orderedAt, id }) => ({ at: orderedAt, id })), next };
  }, samples.depth);
  return orderQuestions(asker, samples, deep).map(({ name, query, plain }) => ({
    name,
    ask: () => list(query),
    plain: plain.map((pick) => plainQuestion(plainOrders, session, pick)),
  }));
}

async function ofCustomers(asker: Asker, samples: Samples): Promise<Named[]> {
  const { session } = asker;
  const list = (query: Record<string, string>) => listCustomers(session, loadCustomerListParams(query));
  const deep = await deepPlace(async (after) => {
    const { rows, next } = await list({ size: "100", after });
    return { rows: rows.map(({ createdAt, id }) => ({ at: createdAt, id })), next };
  }, samples.depth);
  const plainList = seesEverything(session.role) ? plainCustomers : plainKnownCustomers;
  return customerQuestions(asker, samples, deep).map(({ name, query, plain }) => ({
    name,
    ask: () => list(query),
    plain: plain.map((pick) => plainQuestion(plainList, session, pick)),
  }));
}
