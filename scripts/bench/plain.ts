import { seesEverything } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import type { Place, PlainList } from "#scripts/bench/plain-lists.ts";

/** How a page is picked by hand. */
export interface Pick {
  /** On the list's row; true for all. */
  where: string;
  /** Where the row comes from, when the way begins at another table. */
  from?: string;
  orderBy?: string;
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
  const parts = places(list, session);
  const [first] = parts;
  if (pick.findsFirst && first) {
    const isThere = parts.map(({ where }) => `(${where})`).join(" or ");
    return select(list, { ...first, where: `(${isThere})` }, pick);
  }
  return parts.map((place) => select(list, place, pick)).join(" union all ");
}

function inOrder(list: PlainList, session: Session, pick: Pick, orderBy: string): string {
  const pages = places(list, session).map(
    (place) => `(${select(list, place, pick)} order by ${place.orderBy ?? orderBy} limit 51)`,
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
