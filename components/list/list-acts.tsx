"use client";

import type { ReactNode } from "react";
import { ExportButton } from "#components/list/export/export-button.tsx";
import type { ListLook } from "#components/list/looks/list-look.ts";
import type { LookChoicesProps } from "#components/list/looks/look-choices.tsx";
import { LookMenu } from "#components/list/looks/look-menu.tsx";
import { isWorthKeeping } from "#components/list/saved-views/same-query.ts";
import { SaveViewButton } from "#components/list/saved-views/save-view-button.tsx";
import { UpdateViewButton } from "#components/list/saved-views/update-view-button.tsx";
import { useOpenedView } from "#components/list/saved-views/use-opened-view.ts";
import { type SortChoice, SortMenu } from "#components/list/table/sort-menu.tsx";
import type { List } from "#lib/base/list/define.ts";
import type { Count } from "#lib/base/list/page.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";
import type { ColumnId } from "#lib/export/columns.ts";

export interface WholeListActsProps {
  list: List;
  /** The query string of the list with its question mark, whichever page of it is open. */
  query: string;
  count: Count;
  /** The columns that an export of the list can have. */
  exportColumns: ColumnId[];
  look: ListLook;
  onLook: (look: ListLook) => void;
  savedViews: SavedView[];
}

/** What can be done with a list as a whole on every screen: keep what it shows as a view, export it. */
export function WholeListActs({
  list,
  query,
  count,
  exportColumns,
  look,
  onLook,
  savedViews,
  between,
}: WholeListActsProps & { between?: ReactNode }) {
  const { open, changed } = useOpenedView(list.name, query, savedViews);
  const kept = query.replace("?", "");
  return (
    <>
      {changed && <UpdateViewButton view={changed} query={kept} />}
      {isWorthKeeping(query) && !open && <SaveViewButton list={list.name} query={kept} />}
      {between}
      <ExportButton
        list={list.name}
        href={`${list.path}/export${query}`}
        total={count.total}
        isCapped={count.isCapped}
        columns={exportColumns}
        leftOut={look.leftOut ?? []}
        onLeaveOut={(leftOut) => onLook({ ...look, leftOut })}
      />
    </>
  );
}

export interface ListActsProps extends WholeListActsProps {
  columns: LookChoicesProps["columns"];
  /** The orders to choose from, where the headers don't say all of them. */
  sortChoices: SortChoice[];
}

/** What a laptop has beside the filters: the same, the order and the columns. */
export function ListActs({ columns, sortChoices, ...props }: ListActsProps) {
  return (
    <WholeListActs
      {...props}
      between={
        <>
          {sortChoices.length > 0 && <SortMenu choices={sortChoices} />}
          <LookMenu columns={columns} look={props.look} onChange={props.onLook} />
        </>
      }
    />
  );
}
