"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type ListColumn, useColumnTitle, useListColumns } from "#components/list/columns.tsx";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { FilterBar } from "#components/list/filters/filter-bar.tsx";
import { SearchBox } from "#components/list/filters/search-box.tsx";
import { type FilterMakers, useFilterMakers } from "#components/list/filters/use-filter-makers.ts";
import { ListActs, WholeListActs } from "#components/list/list-acts.tsx";
import { ListMisread } from "#components/list/list-misread.tsx";
import { useListLook } from "#components/list/looks/use-list-look.ts";
import { FilterSheet } from "#components/list/phone/filter-sheet.tsx";
import { MoreSheet } from "#components/list/phone/more-sheet.tsx";
import { PhoneBar } from "#components/list/phone/phone-bar.tsx";
import { SearchedProvider } from "#components/list/searched.tsx";
import { DataTable, type DataTableProps } from "#components/list/table/data-table.tsx";
import { DataTableFooter } from "#components/list/table/data-table-footer.tsx";
import { columnSorts, sortChoices } from "#components/list/table/sorting.ts";
import { useOnlyHit } from "#components/list/table/use-only-hit.ts";
import { useListParams } from "#components/list/use-list-params.ts";
import { useIsNarrow } from "#components/ui/screen.tsx";
import { TabLinks, type TabLinksProps } from "#components/ui/tab-links.tsx";
import { useArrived } from "#components/ui/use-arrived.ts";
import type { List, ListParams } from "#lib/base/list/define.ts";
import type { SavedListLook } from "#lib/base/list/looks/schema.ts";
import type { Count, Page } from "#lib/base/list/page.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";
import type { ColumnId } from "#lib/export/columns.ts";

/** What the server has read of a list. */
export interface ShownList<Row> {
  page: Page<Row>;
  /** What its rows were searched for: the address may be ahead of them. */
  searched: string;
  /** Comes after the page where its count stopped; see `countOn`. */
  exactCount: Promise<Count> | null;
  /** How the person has the list; null when it was never changed. */
  look: SavedListLook | null;
  savedViews: SavedView[];
  /** What of the address the list does not understand; see `misreadIn`. */
  misread: string[];
  /** What an export can have; see `exportColumnIds`. */
  exportColumns: ColumnId[];
  /** What stands in the list's place when it has no row; see `ListEmpty`. */
  empty: ReactNode;
}

export interface ListViewProps<
  Row extends Selected,
  Params extends ListParams,
  Selected extends { id: string } = Row,
> extends ShownList<Row>,
    Pick<DataTableProps<Row, Selected>, "renderCard" | "bulk" | "keys"> {
  list: List<Params>;
  columns: readonly ListColumn<Row>[];
  /** From how many characters on is searched, where fewer than three are of use. */
  shortestSearch?: number;
  tabs?: TabLinksProps;
  /** What stands above the rows while there is something to say. */
  banner?: ReactNode;
  /** What the list can be filtered by, made by the makers. */
  filters?: (make: FilterMakers<Params>) => ListFilter[];
}

const noFilters = () => [];
const noRows: never[] = [];
const firstPage = (params: ListParams) => ({ ...params, after: null, before: null });

/** The one list: tabs, search and filters, what can be done with the whole of it, the table or the cards, and the ways to other pages. */
export function ListView<
  Row extends Selected,
  Params extends ListParams,
  Selected extends { id: string } = Row,
>({
  columns,
  filters: filtersOf = noFilters,
  shortestSearch,
  tabs,
  banner,
  page,
  searched,
  exactCount,
  look: savedLook,
  savedViews,
  misread,
  exportColumns,
  empty,
  list: defined,
  ...tableProps
}: ListViewProps<Row, Params, Selected>) {
  const list: List = defined;
  const t = useTranslations(list.name);
  const titleOf = useColumnTitle(list.name);
  const isNarrow = useIsNarrow();
  const { params, change } = useListParams(list);
  const { look, changeLook } = useListLook(list.name, savedLook);
  const hit = useOnlyHit(searched, page.previous === null);
  const { seen, tableColumns } = useListColumns(list.name, columns);
  const [isSelecting, setSelecting] = useState(false);
  const known = useArrived(exactCount, null);
  const count = page.isCapped && known ? known : page;
  const filters = filtersOf(useFilterMakers(params as Params, change));
  const choices = sortChoices(list, params);
  // An order that no header leads to is named and chosen beside the columns.
  const isNamed = choices.some(({ sort }) => !seen.some(({ sorts }) => sorts?.includes(sort)));
  const isNarrowed = params.q !== "" || filters.some(({ text }) => text !== null);
  const clear = () => change(list.noFilters);
  const onLaptops = isNarrow === null ? "max-md:hidden" : "contents";
  const isRead = misread.length === 0;
  const wholeList = {
    list,
    query: list.query(params),
    count,
    exportColumns,
    look,
    onLook: changeLook,
    savedViews,
  };
  const search = (
    <SearchBox
      value={params.q}
      action={list.url({ ...firstPage(params), q: null })}
      placeholder={t("searchPlaceholder")}
      minLength={shortestSearch}
      isIconOnPhone={tabs !== undefined}
      onChange={(q) => {
        hit.forget();
        change({ q: q || null });
      }}
      onEnter={hit.open}
    />
  );
  return (
    <>
      {isNarrow !== true && tabs && (
        <div className={onLaptops}>
          <TabLinks {...tabs} />
        </div>
      )}
      {isNarrow !== false && (
        <PhoneBar tabs={tabs} search={search} className={isNarrow === null ? "md:hidden" : undefined}>
          {filters.length > 0 && (
            <FilterSheet
              filters={filters}
              countText={t(count.isCapped ? "countCapped" : "count", { total: count.total })}
              onClear={clear}
            />
          )}
          {isRead && (
            <MoreSheet
              sortChoices={choices}
              onSelect={tableProps.bulk && page.rows.length > 0 ? () => setSelecting(true) : undefined}
            >
              <WholeListActs {...wholeList} />
            </MoreSheet>
          )}
        </PhoneBar>
      )}
      {banner}
      {isNarrow !== true && (
        <div className={onLaptops}>
          <FilterBar
            search={search}
            filters={filters}
            onClear={isNarrowed ? clear : undefined}
            acts={
              isRead && (
                <ListActs
                  {...wholeList}
                  sortChoices={isNamed ? choices : []}
                  columns={seen.map(({ id, isFixed, from, saysOf }) => ({
                    id,
                    label: titleOf(id),
                    fixed: isFixed === true,
                    ...(from && { from }),
                    isEmpty: saysOf !== undefined && !page.rows.some(saysOf),
                  }))}
                />
              )
            }
          />
        </div>
      )}
      <SearchedProvider value={params.q}>
        <DataTable
          {...tableProps}
          label={t("title")}
          columns={tableColumns}
          rows={isRead ? page.rows : noRows}
          empty={isRead ? empty : <ListMisread misread={misread} href={list.url(firstPage(params))} />}
          getRowId={(row) => row.id}
          scope={{ list: `${list.name}?${list.query(params)}`, page: `${params.after} ${params.before}` }}
          count={count}
          look={look}
          sorts={columnSorts(list, params, seen)}
          isSelecting={isSelecting}
          onStopSelecting={() => setSelecting(false)}
          footer={
            <DataTableFooter
              list={list.name}
              page={page}
              count={count}
              size={params.size}
              hrefOf={(patch) => list.url({ ...firstPage(params), ...patch })}
            />
          }
        />
      </SearchedProvider>
    </>
  );
}
