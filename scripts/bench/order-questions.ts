import { escapeLiteral } from "pg";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { DeepPlace } from "#scripts/bench/deep-place.ts";
import type { Question } from "#scripts/bench/lead-questions.ts";
import type { Asker } from "#scripts/bench/people.ts";
import { plainLeads } from "#scripts/bench/plain-lists.ts";
import type { Samples } from "#scripts/bench/samples.ts";
import { hasWords, leadSearches, type Search } from "#scripts/bench/searches.ts";

/** All that is asked of the list of orders as one person. */
export function orderQuestions(asker: Asker, samples: Samples, deep: DeepPlace): Question[] {
  const equals = (parameter: string, column: string, value: string): Question => ({
    name: `orders, ${parameter} ${value}`,
    query: { [parameter]: value },
    plain: [{ where: `sale.${column} = ${escapeLiteral(value)}` }],
  });
  const sellers: [string, string][] = seesEverything(asker.session.role)
    ? [
        ["largest", samples.busiestSeller],
        ["smallest", samples.idlestSeller],
      ]
    : [];
  return [
    { name: "orders, newest 50", query: {}, plain: [{ where: "true" }] },
    ...["delivered", "processing", "refunded"].map((value) => equals("status", "status", value)),
    ...["paid", "voided"].map((value) => equals("payment", "payment_status", value)),
    { ...equals("store", "integration_id", samples.largestStore), name: "orders, store, largest" },
    { ...equals("store", "integration_id", samples.smallestStore), name: "orders, store, smallest" },
    ...sellers.map(([size, id]) => ({ ...equals("seller", "user_id", id), name: `orders, seller, ${size}` })),
    {
      name: "orders, one day a year ago",
      query: { from: "2025-10-31", to: "2025-10-31" },
      plain: [
        {
          where:
            "sale.order_created_at >= timestamptz '2025-10-31 Europe/Bucharest' and sale.order_created_at < timestamptz '2025-11-01 Europe/Bucharest'",
        },
      ],
    },
    {
      name: "orders, highest total",
      query: { sort: "total" },
      plain: [{ where: "true", orderBy: "sale.current_total_thousandths desc, sale.id desc" }],
    },
    {
      name: `orders, page after ${samples.depth.toLocaleString("en")}`,
      query: { after: deep.cursor },
      plain: [
        {
          where: `(sale.order_created_at, sale.id) < ('${deep.at.toISOString()}'::timestamptz, '${deep.id}'::uuid)`,
        },
      ],
    },
    ...leadSearches(samples).map((typed) => search(asker, typed)),
  ];
}

function search({ session }: Asker, { name, q, words }: Search): Question {
  const where = `lead.workspace_id = ${escapeLiteral(session.workspace.id)} and ${hasWords("lead", words)}`;
  return {
    name: `orders, search ${name}`,
    query: { q },
    plain: [
      { where: `exists (select from crm_leads lead where lead.order_id = sale.id and ${where})` },
      { where, from: "crm_leads lead join orders sale on sale.id = lead.order_id", along: plainLeads },
      { where: `sale.id in (select lead.order_id from crm_leads lead where ${where})`, findsFirst: true },
    ],
  };
}
