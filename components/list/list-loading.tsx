"use client";

import { type ListColumn, useListColumns } from "#components/list/columns.tsx";
import { DataTableSkeleton } from "#components/list/table/data-table-skeleton.tsx";
import { useIsNarrow } from "#components/ui/screen.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TabLinks, type TabLinksProps } from "#components/ui/tab-links.tsx";
import type { ListName } from "#lib/base/list/names.ts";

export interface ListLoadingProps<Row> {
  list: ListName;
  tabs?: TabLinksProps;
  columns: readonly ListColumn<Row>[];
  /** Keeps the place of the boxes. */
  selectable?: boolean;
}

/** A list before its rows are there: its tabs, the place of the search, and the table in its final size. */
export function ListLoading<Row>({ list, tabs, columns, selectable = false }: ListLoadingProps<Row>) {
  const { tableColumns } = useListColumns(list, columns);
  const isNarrow = useIsNarrow();
  return (
    <>
      {tabs && isNarrow === false && <TabLinks {...tabs} />}
      <Skeleton className="h-8 rounded-lg max-md:h-11 md:w-[300px]" />
      <DataTableSkeleton
        columns={tableColumns.filter(({ saysOf }) => !saysOf)}
        rows={12}
        selectable={selectable}
      />
    </>
  );
}
