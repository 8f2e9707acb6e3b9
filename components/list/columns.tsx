"use client";

import { type Messages, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { DataTableColumn } from "#components/list/table/columns.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { SortName } from "#lib/base/list/define.ts";
import type { ListName } from "#lib/base/list/names.ts";

/** A column of a list. Its header says what stands under `columns.<id>` in the messages of the list. */
export interface ListColumn<Row, Id extends string = string> extends Omit<DataTableColumn<Row>, "header"> {
  id: Id;
  /** The orders that a press on the header goes through: the first, then the second, or else the usual one of the list. */
  sorts?: readonly [SortName, SortName?];
  /** Holds the row's link, so that nobody can hide it. */
  isFixed?: boolean;
  /** Only for those who see everything: whose a row is. */
  isForAll?: boolean;
}

/** The columns of a list, from the left; defined once at module level. */
export type ListColumns<Name extends ListName, Row> = readonly ListColumn<
  Row,
  keyof Messages[Name]["columns"] & string
>[];

/** The columns that the person may see, and the same as the table takes them. */
export function useListColumns<Row>(list: ListName, columns: readonly ListColumn<Row>[]) {
  const seesAll = seesEverything(useRole());
  return useMemo(() => {
    const seen = columns.filter(({ isForAll }) => seesAll || !isForAll);
    return {
      seen,
      tableColumns: seen.map((column) => ({ ...column, header: <Title list={list} id={column.id} /> })),
    };
  }, [list, columns, seesAll]);
}

function Title({ list, id }: { list: ListName; id: string }) {
  return useColumnTitle(list)(id);
}

/** What a column of a list is called. */
export function useColumnTitle(list: ListName): (id: string) => string {
  const t = useTranslations(list);
  // The type of `ListColumns` has made sure that there is such a message.
  return (id) => t(`columns.${id}` as "columns.phone");
}
