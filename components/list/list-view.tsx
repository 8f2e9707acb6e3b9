"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ListColumn, useColumnTitle, useListColumns } from "#components/list/columns.tsx";
import { FilterBar, type ListFilter } from "#components/list/filters/filter-bar.tsx";
import { type FilterMakers, useFilterMakers } from "#components/list/filters/use-filter-makers.tsx";
import { ListActs } from "#components/list/list-acts.tsx";
import { ListMisread } from "#components/list/list-misread.tsx";
import { useListLook } from "#components/list/looks/use-list-look.ts";
import { SearchedProvider } from "#components/list/searched.tsx";
import { DataTable, type DataTableProps } from "#components/list/table/data-table.tsx";
import { DataTableFooter } from "#components/list/table/data-table-footer.tsx";
import { columnSorts, sortChoices } from "#components/list/table/sorting.ts";
import { useOnlyHit } from "#components/list/table/use-only-hit.ts";
import { useListParams } from "#components/list/use-list-params.ts";
import { useArrived } from "#components/ui/use-arrived.ts";
import type { List, ListParams } from "#lib/base/list/define.ts";
import type { SavedListLook } from "#lib/base/list/looks/schema.ts";
import type { Count, Page } from "#lib/base/list/page.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";
import type { ColumnId } from "#lib/export/columns.ts";

/** What the server has read of a list. */
export interface ShownList<Row> {
  page: Page<Row>;
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
  /** What the list can be filtered by, made by the makers. */
  filters?: (make: FilterMakers<Params>) => ListFilter[];
}

const noFilters = () => [];
const noRows: never[] = [];
const firstPage = (params: ListParams) => ({ ...params, after: null, before: null });

/** The one list: search and filters, what can be done with the whole of it, the table or the cards, and the ways to other pages. */
export function ListView<
  Row extends Selected,
  Params extends ListParams,
  Selected extends { id: string } = Row,
>({
  columns,
  filters = noFilters,
  shortestSearch,
  page,
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
  const { params, change } = useListParams(list);
  const { look, changeLook } = useListLook(list.name, savedLook);
  const hit = useOnlyHit(page.rows);
  const { seen, tableColumns } = useListColumns(list.name, columns);
  const known = useArrived(exactCount, null);
  const count = page.isCapped && known ? known : page;
  const makers = useFilterMakers(params as Params, change);
  const choices = sortChoices(list, params);
  // An order that no header leads to is named and chosen beside the columns.
  const isNamed = choices.some(({ sort }) => !seen.some(({ sorts }) => sorts?.includes(sort)));
  return (
    <>
      <FilterBar
        search={{
          value: params.q,
          placeholder: t("searchPlaceholder"),
          ...(shortestSearch !== undefined && { minLength: shortestSearch }),
          onChange: (q) => {
            hit.forget();
            change({ q: q || null });
          },
          onEnter: hit.open,
        }}
        filters={filters(makers)}
        onClear={() => change(list.noFilters)}
        acts={
          misread.length === 0 && (
            <ListActs
              sortChoices={isNamed ? choices : []}
              list={list}
              query={list.query(params)}
              count={count}
              columns={seen.map(({ id, isFixed, from, saysOf }) => ({
                id,
                label: titleOf(id),
                fixed: isFixed === true,
                ...(from && { from }),
                isEmpty: saysOf !== undefined && !page.rows.some(saysOf),
              }))}
              exportColumns={exportColumns}
              look={look}
              onLook={changeLook}
              savedViews={savedViews}
            />
          )
        }
      />
      <SearchedProvider value={params.q}>
        <DataTable
          {...tableProps}
          label={t("title")}
          columns={tableColumns}
          rows={misread.length > 0 ? noRows : page.rows}
          empty={
            misread.length > 0 ? <ListMisread misread={misread} href={list.url(firstPage(params))} /> : empty
          }
          getRowId={(row) => row.id}
          scope={{ list: `${list.name}?${list.query(params)}`, page: `${params.after} ${params.before}` }}
          count={count}
          look={look}
          sorts={columnSorts(list, params, seen)}
          sortChoices={choices}
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
