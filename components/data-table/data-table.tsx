"use client";

import { type RowData, useTable } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { type DataTableColumn, features } from "#components/data-table/columns.ts";
import { RowCard, RowCards } from "#components/data-table/row-cards.tsx";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "#components/data-table/table.tsx";

export interface DataTableProps<Row extends RowData & object> {
  /** What the table lists, for screen readers. */
  label: string;
  /** Defined once at module level: a new array on every render makes the table start over. */
  columns: DataTableColumn<Row>[];
  rows: Row[];
  getRowId: (row: Row) => string;
  /** The inside of a row's card on phones. Like the primary cell it holds one RowLink. */
  renderCard: (row: Row) => ReactNode;
  /** What stands in the table's place when there is no row. */
  empty: ReactNode;
  footer?: ReactNode;
}

/** The one table: rows on a laptop, cards on a phone. */
export function DataTable<Row extends RowData & object>({
  label,
  columns,
  rows,
  getRowId,
  renderCard,
  empty,
  footer,
}: DataTableProps<Row>) {
  const table = useTable({ features, columns, data: rows, getRowId });

  if (rows.length === 0) return <div className="rounded-xl border bg-surface">{empty}</div>;

  return (
    <>
      <Table label={label} footer={footer}>
        <TableHeader>
          {table.getFlatHeaders().map((header) => (
            <TableHead key={header.id} meta={header.column.columnDef.meta}>
              <table.FlexRender header={header} />
            </TableHead>
          ))}
        </TableHeader>
        <TableBody>
          {table.getRowModel().rows.map((row) => (
            <TableRow key={row.id}>
              {row.getAllCells().map((cell) => (
                <TableCell key={cell.id} meta={cell.column.columnDef.meta}>
                  <table.FlexRender cell={cell} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <RowCards label={label} footer={footer}>
        {table.getRowModel().rows.map((row) => (
          <RowCard key={row.id}>{renderCard(row.original)}</RowCard>
        ))}
      </RowCards>
    </>
  );
}
