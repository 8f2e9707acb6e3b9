import { escapeLiteral } from "pg";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { Place, PlainList } from "#scripts/bench/plain-lists.ts";

/** How a page is picked by hand. */
export interface Pick {
  /** On the list's row; true for all. */
  where: string;
  /** Where the row comes from, when the way begins at another table. */
  from?: string;
  orderBy?: string;
  /** Walks the rows of another list, in its order, and joins the list's row to them in `from`. */
  along?: PlainList;
  /** Finds all that match first, and only then puts them in order. */
  findsFirst?: boolean;
}

/** A question in plain SQL: one page of 50 with all that the list shows, and how many there are up to where the list stops counting. */
export function plainQuestion(list: PlainList, session: Session, pick: Pick): string[] {
  return [plainPage(list, session, pick), plainCount(list, session, pick)];
}

/** One page, as somebody would write it who need not ask whose the rows are. */
function plainPage(list: PlainList, session: Session, pick: Pick): string {
  const orderBy = pick.orderBy ?? list.orderBy;
  const page = pick.findsFirst
    ? `with found as materialized (${matching(list, session, pick)})
       select ${list.row}.* from found ${list.row} order by ${orderBy} limit 51`
    : inOrder(list, session, pick, orderBy);
  return `with page as materialized (${page})
    select ${list.columns} from page ${list.joins} order by ${orderBy.replaceAll(`${list.row}.`, "page.")}`;
}

/** How many there are, up to where the list stops counting. */
export function plainCount(list: PlainList, session: Session, pick: Pick): string {
  return `select count(*) from (select 1 from (${matching(list, session, pick)}) matching limit 1001) counted`;
}

/** All that match: place after place, so that each is found by its index, or in one go where a search finds them first. */
function matching(list: PlainList, session: Session, pick: Pick): string {
  const parts = places(pick.along ?? list, session);
  const [first] = parts;
  if (pick.findsFirst && first) {
    // The index for searches knows the business, not the seller.
    const isHere = `${list.row}.workspace_id = ${escapeLiteral(session.workspace.id)}`;
    const isThere = parts.map(({ where }) => `(${where})`).join(" or ");
    return select(list, { ...first, where: `${isHere} and (${isThere})` }, pick);
  }
  return parts.map((place) => select(list, place, pick)).join(" union all ");
}

function inOrder(list: PlainList, session: Session, pick: Pick, orderBy: string): string {
  const walked = pick.along ?? list;
  const walkedBy = pick.along?.orderBy ?? orderBy;
  const pages = places(walked, session).map(
    (place) => `(${select(list, place, pick)} order by ${place.orderBy ?? walkedBy} limit 51)`,
  );
  if (pages.length === 1) return pages.join("");
  return `select ${list.row}.* from (${pages.join(" union all ")}) ${list.row} order by ${orderBy} limit 51`;
}

function select(list: PlainList, { columns, from, where }: Place, pick: Pick): string {
  return `select ${columns ?? `${list.row}.*`} from ${pick.from ?? from} where ${where} and ${pick.where}`;
}

/** Where the person's rows are: all of the workspace, or the places of a seller, none of which has a row of another. */
function places(list: PlainList, session: Session): Place[] {
  return seesEverything(session.role) ? [list.ofWorkspace(session)] : list.ofSeller(session);
}
