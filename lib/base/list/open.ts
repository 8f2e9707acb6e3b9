import "server-only";
import { requirePermission, type Session } from "#lib/base/auth/session.ts";
import type { List, ListParams } from "#lib/base/list/define.ts";
import { getListLook } from "#lib/base/list/looks/queries.ts";
import { misreadIn, searchParamsOf } from "#lib/base/list/misread.ts";
import { listSavedViews } from "#lib/base/list/saved-views/queries.ts";

/**
 * Who opens the page of a list, what the query string asks for, and what of it the list does not understand; who may not read it is told that
 * there is no such page.
 */
export async function openList<Params extends ListParams>(
  list: List<Params>,
  query: Promise<Record<string, string | string[] | undefined>>,
): Promise<{ session: Session; params: Params; misread: string[] }> {
  const session = await requirePermission(list.permission);
  const asked = searchParamsOf(await query);
  return { session, params: list.load(asked), misread: misreadIn(list.parsers, asked) };
}

/** What a list has around its rows: how the person has it, the saved views, and what an export can have. */
export async function loadFrame<Column extends string>(
  session: Session,
  { list, columnIds }: { list: List; columnIds: (session: Session) => Column[] },
) {
  const [look, savedViews] = await Promise.all([getListLook(session, list.name), listSavedViews(session)]);
  return { look, savedViews, exportColumns: columnIds(session) };
}
