"use client";

import { lazy, type ReactNode, Suspense, useRef } from "react";
import { defaultLook, type ListLook, shownColumns } from "#components/list/looks/list-look.ts";
import { type ColumnSort, columnsWithWords, type DataTableColumn } from "#components/list/table/columns.ts";
import { type ReadPart, readParts } from "#components/list/table/read-parts.ts";
import { RowCard, RowCards } from "#components/list/table/row-cards.tsx";
import { SelectAllHead, SelectRow, SelectRowCell } from "#components/list/table/select-cells.tsx";
import type { SelectionScope } from "#components/list/table/selection.ts";
import { StopSelecting } from "#components/list/table/stop-selecting.tsx";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "#components/list/table/table.tsx";
import { useOpenedRow } from "#components/list/table/use-opened-row.ts";
import { useSelection } from "#components/list/table/use-selection.ts";
import { type LetGo, type RowKey, useTableKeys } from "#components/list/table/use-table-keys.ts";
import { Dimmed } from "#components/ui/going.tsx";
import { useIsNarrow } from "#components/ui/screen.tsx";
import { useFetchedAhead } from "#components/ui/use-fetched-ahead.ts";
import type { Count } from "#lib/base/list/page.ts";

function loadBulkBar() {
  return import("#components/list/table/bulk-bar.tsx");
}

const loadNothing = () => undefined;

const BulkBar = lazy(() => loadBulkBar().then((module) => ({ default: module.BulkBar })));

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
  /** On a phone: cards have a box each while some are being selected. */
  isSelecting?: boolean;
  onStopSelecting?: () => void;
}

const noKeys: never[] = [];
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
  look = defaultLook,
  bulk,
  keys = noKeys,
  scope = oneList,
  count,
  isSelecting: isAsked = false,
  onStopSelecting,
}: DataTableProps<Row, Selected>) {
  useFetchedAhead(bulk ? loadBulkBar : loadNothing);
  const container = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const ids = rows.map(getRowId);
  const canSelect = bulk?.canSelect ?? (() => true);
  const selectable = rows.filter(canSelect);
  const { kept, selected, selection, isPageSelected, toggle, step, togglePage, add, letGo } = useSelection<
    Selected,
    Row
  >(selectable, getRowId, scope);
  const shown = columnsWithWords(shownColumns(columns, look), rows);
  // What somebody finds selected who comes back, or makes a window narrow, can be changed, too.
  const isSelecting = isAsked || selected.length > 0;
  const isSelected = (row: Row) => selection[getRowId(row)] === true;
  const clear = () => letGo();

  function press(found: RowKey<Selected>, id: string | null): boolean | "movesOn" {
    const affected: Selected[] = selected.length > 0 ? selected : rows.filter((row) => getRowId(row) === id);
    if (affected.length === 0) return false;
    found.run(affected, letGo);
    const [row] = affected;
    return selected.length === 0 && row !== undefined && found.movesOn?.(row) ? "movesOn" : true;
  }

  useTableKeys({
    container,
    ids,
    selects: bulk && { toggle, step, clear: () => selected.length > 0 && clear() },
    keys: keys.map((one) => ({ ...one, press: (id) => press(one, id) })),
  });

  const noteOpened = useOpenedRow(container, kept);

  if (rows.length === 0) return <Dimmed className="rounded-xl border bg-surface">{empty}</Dimmed>;

  const allState = isPageSelected || (selectable.some(isSelected) && "indeterminate");
  const readPart = bulk?.readPart;
  const others = count && isPageSelected && (count.isCapped || count.total > selected.length);
  return (
    <Dimmed ref={container} onClickCapture={noteOpened}>
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
            isSelecting && (
              <StopSelecting
                onStop={() => {
                  onStopSelecting?.();
                  clear();
                }}
              />
            )
          }
          footer={footer}
        >
          {rows.map((row) => (
            <RowCard
              key={getRowId(row)}
              id={getRowId(row)}
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
        <Suspense>
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
        </Suspense>
      )}
    </Dimmed>
  );
}
