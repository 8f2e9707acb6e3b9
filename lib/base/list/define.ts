import type { Messages } from "next-intl";
import { createLoader, createSerializer, type inferParserType, type ParserMap } from "nuqs/server";
import type { Permission } from "#lib/base/auth/permissions.ts";
import { type ListName, listPlaces } from "#lib/base/list/names.ts";
import { oneOf, type PageSize, pageParams, text } from "#lib/base/list/params.ts";

/** Which way a list runs when it is sorted so. */
export type Direction = "ascending" | "descending";

/** An order that a list can have, as the messages tell it. */
export type SortName = keyof Messages["table"]["sorts"];

/** The parameters that every list has. */
export interface ListParams {
  q: string;
  sort: SortName;
  size: PageSize;
  after: string;
  before: string;
}

/** A change of a list's parameters; null is the default. */
export type ListPatch<Params> = { [Name in keyof Params]?: Params[Name] | null };

/** A list, as `defineList` makes it. */
export interface List<Params extends ListParams = ListParams> {
  name: ListName;
  path: `/${string}`;
  permission: Permission;
  /** The orders that it can have; the first is the usual one. */
  sorts: Readonly<Partial<Record<SortName, Direction>>>;
  /** The orders on offer, each with what it is called: in a tab with an order of its own, the usual one is that. */
  sortsIn(params: ListParams): { sort: SortName; name: SortName }[];
  parsers: ParserMap;
  /** Reads the parameters from a query string; junk falls to the default. */
  load: {
    (query: string | URL | URLSearchParams | Record<string, string | string[] | undefined>): Params;
    (query: Promise<Record<string, string | string[] | undefined>>): Promise<Params>;
  };
  /** The list's address with parameters; what is as it always is, is left out. */
  url(patch: ListPatch<Params>): string;
  /** The query string, with its question mark, of the list from its first page on. */
  query(params: Params): string;
  /** A change that takes the search and all filters off, and leaves the tab and the order. */
  noFilters: ListPatch<Params>;
  /** Whether the search or a filter leaves less in the list than it, or its tab, holds. */
  isNarrowed(params: Params): boolean;
}

/** Which way a list runs. */
export function isAscending({ sorts }: List, sort: SortName): boolean {
  return sorts[sort] === "ascending";
}

/** The parameters of a list. */
export type ParamsOf<Defined> = Defined extends List<infer Params> ? Params : never;

/** What `defineList` makes a list of; "A list" in docs/architecture.md tells all of it. */
interface ListSource<Sort extends SortName, Own extends ParserMap, Tabs extends ParserMap> {
  /** Under this name its words stand in the messages; `listPlaces` says where it is and who may open it. */
  name: ListName;
  /** The orders that it can have; the first is the usual one. */
  sorts: Record<Sort, Direction>;
  /** What it can be filtered by, beside the search. */
  params: Own;
  /** What chooses among its tabs: no filter, so that it stays when the filters are taken off. */
  tabs?: Tabs;
  /** What orders are called in a tab where it is something else; null: not on offer there. */
  sortNames?: (tab: inferParserType<Tabs>) => Partial<Record<Sort, SortName | null>>;
}

/** Makes a list of what it is: its query string is read and written alike on the server and in the browser. */
export function defineList<
  const Sort extends SortName,
  Own extends ParserMap,
  Tabs extends ParserMap = Record<never, never>,
>({ sorts, params, tabs, sortNames, ...source }: ListSource<Sort, Own, Tabs>) {
  const { path, permission } = listPlaces[source.name];
  const sort = oneOf(Object.keys(sorts) as [Sort, ...Sort[]]);
  const parsers = { ...(tabs as Tabs), q: text, ...params, sort, ...pageParams };
  const serialize = createSerializer<ParserMap>(parsers);
  const sortsIn = (of: ListParams) => {
    const names: Partial<Record<string, SortName | null>> = sortNames?.(of as never) ?? {};
    return (Object.keys(sorts) as Sort[]).flatMap((one) => {
      const name = names[one] === undefined ? one : names[one];
      return name ? [{ sort: one, name }] : [];
    });
  };
  const noFilters = Object.fromEntries(["q", ...Object.keys(params)].map((name) => [name, null]));
  return {
    ...source,
    path,
    permission,
    sorts,
    sortsIn,
    parsers,
    load: createLoader(parsers),
    url: (patch) => serialize(path, patch),
    query: (of) => serialize({ ...of, after: null, before: null }),
    noFilters: noFilters as object,
    isNarrowed: (of) => serialize(of) !== serialize({ ...of, ...noFilters }),
  } satisfies List<inferParserType<typeof parsers> & ListParams> as List<ListParamsOf<Sort, Own, Tabs>>;
}

type ListParamsOf<
  Sort extends SortName,
  Own extends ParserMap,
  Tabs extends ParserMap,
> = inferParserType<Tabs> & inferParserType<Own> & Omit<ListParams, "sort"> & { sort: Sort };
