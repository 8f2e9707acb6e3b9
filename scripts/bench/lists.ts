import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { Page } from "#lib/base/list/page.ts";
import { customerList } from "#lib/customers/list.ts";
import { type CustomerRow, listCustomers } from "#lib/customers/queries.ts";
import { leadList } from "#lib/leads/list.ts";
import { type LeadRow, listLeads } from "#lib/leads/queries.ts";
import { orderList } from "#lib/orders/list.ts";
import { listOrders, type OrderRow } from "#lib/orders/queries.ts";
import type { Comparison } from "#scripts/bench/compare.ts";
import { customerQuestions } from "#scripts/bench/customer-questions.ts";
import { type DeepPlace, deepPlace } from "#scripts/bench/deep-place.ts";
import { leadQuestions, type Question } from "#scripts/bench/lead-questions.ts";
import { orderQuestions } from "#scripts/bench/order-questions.ts";
import type { Asker } from "#scripts/bench/people.ts";
import { plainQuestion } from "#scripts/bench/plain.ts";
import {
  type PlainList,
  plainCustomers,
  plainKnownCustomers,
  plainLeads,
  plainOrders,
} from "#scripts/bench/plain-lists.ts";
import type { Samples } from "#scripts/bench/samples.ts";

/** A list, and what is asked of it. */
interface List<Row> {
  page: (session: Session, query: Record<string, string>) => Promise<Page<Row>>;
  /** When a row came, by which the list is ordered. */
  timeOf: (row: Row) => Date;
  questions: (asker: Asker, samples: Samples, deep: DeepPlace) => Question[];
  plain: (session: Session) => PlainList;
}

export const leads: List<LeadRow> = {
  page: (session, query) => listLeads(session, leadList.load(query)),
  timeOf: (row) => row.arrivedAt,
  questions: leadQuestions,
  plain: () => plainLeads,
};

export const orders: List<OrderRow> = {
  page: (session, query) => listOrders(session, orderList.load(query)),
  timeOf: (row) => row.orderedAt,
  questions: orderQuestions,
  plain: () => plainOrders,
};

export const customers: List<CustomerRow> = {
  page: (session, query) => listCustomers(session, customerList.load(query)),
  timeOf: (row) => row.createdAt,
  questions: customerQuestions,
  plain: ({ role }) => (seesEverything(role) ? plainCustomers : plainKnownCustomers),
};

/** A question, to be asked both ways. */
export interface NamedComparison extends Comparison {
  name: string;
}

/** All that is asked of a list as one person. */
export async function questionsTo<Row extends { id: string }>(
  { page, timeOf, questions, plain }: List<Row>,
  asker: Asker,
  samples: Samples,
): Promise<NamedComparison[]> {
  const { session } = asker;
  const deep = await deepPlace(async (after) => {
    const { rows, next } = await page(session, { size: "100", after });
    return { rows: rows.map((row) => ({ at: timeOf(row), id: row.id })), next };
  }, samples.depth);
  return questions(asker, samples, deep).map(({ name, query, plain: picks }) => ({
    name,
    ask: () => page(session, query),
    plain: picks.map((pick) => plainQuestion(plain(session), session, pick)),
  }));
}
