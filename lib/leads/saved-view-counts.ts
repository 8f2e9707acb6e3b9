import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { walkLines } from "#lib/base/db/planner.ts";
import { countLater } from "#lib/base/list/count.ts";
import { misreadIn } from "#lib/base/list/misread.ts";
import { countedUpTo, toCount } from "#lib/base/list/page.ts";
import type { SavedViewCounts } from "#lib/base/list/saved-views/model.ts";
import { searchWords } from "#lib/base/search/words.ts";
import { type LeadFilter, leadList, toLeadFilter } from "#lib/leads/list.ts";
import { conditions, countLeads } from "#lib/leads/list-query.ts";

/**
 * Counts what saved views of the leads list hold for the person, in one statement. A view that searches has no count: what it finds
 * can't be counted in time; nor has one that the list does not understand. When counting fails or takes too long there are none.
 */
export async function countSavedViews(
  session: Session,
  views: { id: string; query: string }[],
): Promise<SavedViewCounts> {
  const asked = views.map(({ id, query }) => {
    const search = new URLSearchParams(query);
    return { id, params: leadList.load(search), misread: misreadIn(leadList.parsers, search) };
  });
  const countable = asked.filter(
    ({ params, misread }) => misread.length === 0 && searchWords(params.q).length === 0,
  );
  if (countable.length === 0) return {};
  const filters = countable.map(({ params }) => toLeadFilter(params, session));
  return countLater(session, {}, async (tx) => {
    const counts = await countAll(tx, session, filters);
    return Object.fromEntries(countable.map(({ id }, index) => [id, toCount(counts[index] ?? 0)]));
  });
}

/** How many leads pass each filter, in their order. */
async function countAll(tx: Transaction, session: Session, filters: LeadFilter[]): Promise<number[]> {
  const counts = filters.map((filter) =>
    countLeads(session, allOf(conditions(session, filter)), countedUpTo + 1),
  );
  if (filters.some(({ sku }) => sku)) await walkLines(tx);
  const rows = await tx.$queryRaw<{ counts: number[] }[]>`select array[${Prisma.join(counts)}] as counts`;
  return rows[0]?.counts ?? [];
}
