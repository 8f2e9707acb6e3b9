import { escapeLiteral } from "pg";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { DeepPlace } from "#scripts/bench/deep-place.ts";
import type { Asker } from "#scripts/bench/people.ts";
import type { Pick } from "#scripts/bench/plain.ts";
import type { Samples } from "#scripts/bench/samples.ts";
import { hasWords, leadSearches, type Search } from "#scripts/bench/searches.ts";

/** A question to one of the lists. */
export interface Question {
  name: string;
  /** The list's query string. */
  query: Record<string, string>;
  /** The ways to ask it in plain SQL; the fastest counts. */
  plain: Pick[];
}

/** The tabs, in the words of their partial indexes where they have one. */
export const queues = {
  to_call: `lead.to_call
    and (lead.call_back_at is null or lead.call_back_at <= now())`,
  no_answer: "lead.logistic_status = 'pending' and lead.cod_status = 'no_answer'",
  to_ship:
    "lead.logistic_status in ('pending', 'packed') and lead.cod_status in ('confirmed', 'collected', 'not_cod')",
  shipped: "lead.logistic_status in ('shipped', 'in_transit')",
  returned: "(lead.logistic_status = 'returned' or lead.cod_status = 'refused')",
};

/** The last day of the two years. */
const lastDay = "2026-10-31";

/** All that is asked of the list as one person. */
export function leadQuestions(asker: Asker, samples: Samples, deep: DeepPlace): Question[] {
  return [
    question("newest 50", {}, "true"),
    ...Object.entries(queues).map(([view, where]) => question(`tab ${view}`, { view }, where)),
    status("cod", "cod_status", ["collected", "no_answer", "wrong_number"]),
    status("kpi", "kpi_status", ["paid", "waiting"]),
    status("logistic", "logistic_status", ["delivered", "packed"]),
    store("largest", samples.largestStore),
    store("smallest", samples.smallestStore),
    tag("common", samples.commonTag),
    tag("rare", samples.rareTag),
    seesEverything(asker.session.role) ? onlyForAll(asker, samples) : [],
    day("last week", "2026-10-25", lastDay),
    day("one day a year ago", "2025-10-31", "2025-10-31"),
    question(
      "most valuable",
      { sort: "value" },
      "lead.value_thousandths is not null",
      "lead.value_thousandths desc, lead.id desc",
    ),
    deepPage(samples, deep),
    leadSearches(samples).map(search),
  ].flat();
}

function question(name: string, query: Record<string, string>, where: string, orderBy?: string): Question {
  return { name, query, plain: [orderBy ? { where, orderBy } : { where }] };
}

function status(parameter: string, column: string, values: string[]): Question[] {
  return values.map((value) =>
    question(`${parameter} ${value}`, { [parameter]: value }, `lead.${column} = '${value}'`),
  );
}

function store(size: string, id: string): Question {
  return question(`store, ${size}`, { store: id }, `lead.integration_id = ${escapeLiteral(id)}`);
}

function tag(use: string, id: string): Question {
  const where = `tagged.tag_id = ${escapeLiteral(id)}`;
  const from = "crm_lead_tags tagged join crm_leads lead on lead.id = tagged.lead_id";
  const fromOwn = `${from} and lead.user_id = tagged.user_id`;
  return {
    name: `tag, ${use}`,
    query: { tag: id },
    plain: [
      { where, from },
      { where, from, findsFirst: true },
      { where, from: fromOwn },
    ],
  };
}

/** The filters of those who see everything: seller and SKU. */
function onlyForAll({ session }: Asker, { busiestSeller, idlestSeller }: Samples): Question[] {
  const seller = (size: string, id: string) =>
    question(`seller, ${size}`, { seller: id }, `lead.user_id = ${escapeLiteral(id)}`);
  const sku = (use: string, code: string): Question => {
    const hasSku = `item.workspace_id = ${escapeLiteral(session.workspace.id)} and item.product_sku = ${escapeLiteral(code)}`;
    return {
      name: `sku, ${use}`,
      query: { sku: code },
      plain: [
        { where: `exists (select from order_items item where item.order_id = lead.order_id and ${hasSku})` },
        {
          where: `lead.order_id in (select item.order_id from order_items item where ${hasSku})`,
          findsFirst: true,
        },
      ],
    };
  };
  return [
    seller("largest", busiestSeller),
    seller("smallest", idlestSeller),
    sku("common", "SKU-1"),
    sku("rare", "SKU-500"),
  ];
}

function day(name: string, from: string, to: string): Question {
  return question(
    name,
    { from, to },
    `lead.arrived_at >= timestamptz '${from} Europe/Bucharest' and lead.arrived_at < (date '${to}' + 1)::timestamp at time zone 'Europe/Bucharest'`,
  );
}

function deepPage({ depth }: Samples, { cursor, at, id }: DeepPlace): Question {
  return question(
    `page after ${depth.toLocaleString("en")}`,
    { after: cursor },
    `(lead.arrived_at, lead.id) < ('${at.toISOString()}'::timestamptz, '${id}'::uuid)`,
  );
}

function search({ name, q, words }: Search): Question {
  const where = hasWords("lead", words);
  return { name: `search ${name}`, query: { q }, plain: [{ where }, { where, findsFirst: true }] };
}
