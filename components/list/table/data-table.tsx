"use client";

import { type ReactNode, useRef, useState } from "react";
import { defaultLook, type ListLook, shownColumns } from "#components/list/looks/list-look.ts";
import { BulkBar } from "#components/list/table/bulk-bar.tsx";
import { type ColumnSort, columnsWithWords, type DataTableColumn } from "#components/list/table/columns.ts";
import { TableKeysDialog } from "#components/list/table/keys.tsx";
import type { KeyHint } from "#components/list/table/keys-dialog.tsx";
import { type ReadPart, readParts } from "#components/list/table/read-parts.ts";
import { RowCard, RowCards } from "#components/list/table/row-cards.tsx";
import { SelectAllHead, SelectRow, SelectRowCell } from "#components/list/table/select-cells.tsx";
import type { SelectionScope } from "#components/list/table/selection.ts";
import { type SortChoice, SortMenu } from "#components/list/table/sort-menu.tsx";
import { StartSelecting } from "#components/list/table/start-selecting.tsx";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "#components/list/table/table.tsx";
import { useSelection } from "#components/list/table/use-selection.ts";
import { type LetGo, type RowKey, useTableKeys } from "#components/list/table/use-table-keys.ts";
import { cn } from "#components/ui/cn.ts";
import { useIsNarrow } from "#components/ui/screen.tsx";
import type { Count } from "#lib/base/list/page.ts";

export interface DataTableProps<Row extends Selected, Selected = Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: DataTableColumn<Row>[];
  rows: Row[];
  getRowId: (row: Selected) => string;
  /** The inside of a row's card on phones. Like the primary cell it holds one RowLink. */
  renderCard: (row: Row) => ReactNode;
  /** What stands in the table's place when there is no row. */
  empty: ReactNode;
  footer?: ReactNode;
  /** Where the headers lead, by the column's id. */
  sorts?: Record<string, ColumnSort>;
  /** The orders that the list can have, for phones. */
  sortChoices?: SortChoice[];
  look?: ListLook;
  /** Makes rows selectable. */
  bulk?: {
    /** What a row is called, for screen readers. */
    nameOf: (row: Row) => string;
    /** Whether a row can be selected; left out, all can. */
    canSelect?: (row: Row) => boolean;
    /** What can be done with the selected rows. */
    renderActs: (rows: Selected[], letGo: LetGo) => ReactNode;
    /** Reads all rows of the list, so that those of other pages can be selected, too. */
    readPart?: ReadPart<Selected>;
  };
  /** Of which list the rows are, and which page of it: a selection is kept over the pages. */
  scope?: SelectionScope;
  /** How many rows the list has. */
  count?: Count;
  /** The module's own keys. Defined, like `bulk`, they act on the selected rows or the one in focus. */
  keys?: RowKey<Selected>[];
  /** Keys that the page has beside the list's own, to be named with them. */
  pageKeys?: KeyHint[];
  /** Other rows are on the way. */
  isPending?: boolean;
}

const noKeys: never[] = [];
const noChoices: never[] = [];
const oneList: SelectionScope = { list: "", page: "" };

/** The one table: rows on a laptop, cards on a phone. */
export function DataTable<Row extends Selected, Selected = Row>({
  label,
  columns,
  rows,
  getRowId,
  renderCard,
  empty,
  footer,
  sorts = {},
  sortChoices = noChoices,
  look = defaultLook,
  bulk,
  keys = noKeys,
  pageKeys = noKeys,
  scope = oneList,
  count,
  isPending = false,
}: DataTableProps<Row, Selected>) {
  const container = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const [showsKeys, setShowsKeys] = useState(false);
  const [isSelecting, setIsSelecting] = useState(false);
  const ids = rows.map(getRowId);
  const canSelect = bulk?.canSelect ?? (() => true);
  const selectable = rows.filter(canSelect);
  const { selected, selection, isPageSelected, toggle, step, togglePage, add, letGo } = useSelection<
    Selected,
    Row
  >(selectable, getRowId, scope);
  const shown = columnsWithWords(shownColumns(columns, look), rows);
  const isSelected = (row: Row) => selection[getRowId(row)] === true;
  const clear = () => letGo();

  function press(key: string, id: string | null): boolean | "movesOn" {
    const found = keys.find((one) => one.key === key);
    const affected: Selected[] = selected.length > 0 ? selected : rows.filter((row) => getRowId(row) === id);
    if (!found || affected.length === 0) return false;
    found.run(affected, letGo);
    const [row] = affected;
    return selected.length === 0 && row !== undefined && found.movesOn?.(row) ? "movesOn" : true;
  }

  useTableKeys({
    container,
    ids,
    toggle: (id, isRange) => bulk && toggle(id, isRange),
    step: (from, to) => bulk && step(from, to),
    clear,
    showKeys: () => setShowsKeys(true),
    press,
  });

  const keysDialog = (
    <TableKeysDialog
      open={showsKeys}
      onOpenChange={setShowsKeys}
      keys={[...keys, ...pageKeys]}
      selects={bulk !== undefined}
    />
  );
  if (rows.length === 0) {
    return (
      <div className={cn("rounded-xl border bg-surface", isPending && "opacity-60")}>
        {empty}
        {keysDialog}
      </div>
    );
  }

  const allState = isPageSelected || (selectable.some(isSelected) && "indeterminate");
  const readPart = bulk?.readPart;
  const others = count && isPageSelected && (count.isCapped || count.total > selected.length);
  return (
    <div
      ref={container}
      aria-busy={isPending}
      className={cn("transition-opacity", isPending && "opacity-60")}
    >
      {isNarrow !== true && (
        <Table label={label} isForAnyScreen={isNarrow === false} density={look.density} footer={footer}>
          <TableHeader>
            {bulk && <SelectAllHead state={allState} onChange={togglePage} />}
            {shown.map((column) => (
              <TableHead key={column.id} meta={column} sort={sorts[column.id]}>
                {column.header}
              </TableHead>
            ))}
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={getRowId(row)} id={getRowId(row)} selected={isSelected(row)}>
                {bulk && (
                  <SelectRowCell
                    canSelect={canSelect(row)}
                    name={bulk.nameOf(row)}
                    selected={isSelected(row)}
                    onToggle={(isRange) => toggle(getRowId(row), isRange)}
                  />
                )}
                {shown.map((column) => (
                  <TableCell key={column.id} meta={column}>
                    {column.cell(row)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {isNarrow !== false && (
        <RowCards
          label={label}
          isForAnyScreen={isNarrow === true}
          header={
            (sortChoices.length > 0 || bulk) && (
              <div className="flex items-center justify-between">
                {sortChoices.length > 0 && <SortMenu choices={sortChoices} />}
                {bulk && (
                  <StartSelecting
                    isSelecting={isSelecting}
                    onChange={(selecting) => {
                      setIsSelecting(selecting);
                      clear();
                    }}
                  />
                )}
              </div>
            )
          }
          footer={footer}
        >
          {rows.map((row) => (
            <RowCard
              key={getRowId(row)}
              selected={isSelected(row)}
              select={
                bulk &&
                isSelecting &&
                canSelect(row) && (
                  <SelectRow
                    name={bulk.nameOf(row)}
                    selected={isSelected(row)}
                    onToggle={(isRange) => toggle(getRowId(row), isRange)}
                  />
                )
              }
            >
              {renderCard(row)}
            </RowCard>
          ))}
        </RowCards>
      )}
      {bulk && selected.length > 0 && (
        <BulkBar
          count={selected.length}
          onClear={clear}
          matching={
            readPart && others
              ? { count, readAll: (most, reading) => readParts(readPart, add, most, reading) }
              : undefined
          }
        >
          {bulk.renderActs(selected, letGo)}
        </BulkBar>
      )}
      {keysDialog}
    </div>
  );
}
