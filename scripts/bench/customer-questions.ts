import type { DeepPlace } from "#scripts/bench/deep-place.ts";
import type { Question } from "#scripts/bench/lead-questions.ts";
import type { Asker } from "#scripts/bench/people.ts";
import type { Samples } from "#scripts/bench/samples.ts";
import { customerSearches, hasWords, type Search } from "#scripts/bench/searches.ts";

/** All that is asked of the list of customers as one person. */
export function customerQuestions(_asker: Asker, samples: Samples, deep: DeepPlace): Question[] {
  return [
    { name: "customers, newest 50", query: {}, plain: [{ where: "true" }] },
    {
      name: `customers, page after ${samples.depth.toLocaleString("en")}`,
      query: { after: deep.cursor },
      plain: [
        {
          where: `(customer.created_at, customer.id) < ('${deep.at.toISOString()}'::timestamptz, '${deep.id}'::uuid)`,
        },
      ],
    },
    ...customerSearches(samples).map(search),
  ];
}

function search({ name, q, words }: Search): Question {
  const where = hasWords("customer", words);
  return { name: `customers, search ${name}`, query: { q }, plain: [{ where }, { where, findsFirst: true }] };
}
