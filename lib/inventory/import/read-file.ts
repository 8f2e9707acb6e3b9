import "server-only";
import type { DecimalSign } from "#lib/base/money/amount.ts";
import { type ColumnMapping, guessColumns } from "#lib/inventory/import/columns.ts";
import { guessDecimal, type ImportRow, type RefusedRow, readRows } from "#lib/inventory/import/rows.ts";
import { readTable, type TableFault } from "#lib/inventory/import/table.ts";
import { type ImportField, importFields } from "#lib/inventory/model.ts";

/** A file that is understood: how it was read, and its rows. */
export interface ReadFile {
  headings: string[];
  columns: ColumnMapping;
  decimal: DecimalSign;
  rows: ImportRow[];
  refused: RefusedRow[];
}

/** How the person says it is to be read; what is left out is guessed. */
export interface Reading {
  /** The place of each of `importFields`. */
  columns?: (number | null)[] | undefined;
  decimal?: DecimalSign | undefined;
}

/** Reads a file of products, or says why it can't be read. */
export async function readProductFile(bytes: Uint8Array, reading: Reading): Promise<ReadFile | TableFault> {
  const table = await readTable(bytes);
  if (typeof table === "string") return table;
  const columns = reading.columns ? mappingOf(reading.columns) : guessColumns(table.headings);
  const decimal = reading.decimal ?? guessDecimal(table, columns);
  return { headings: table.headings, columns, decimal, ...readRows(table, columns, decimal) };
}

function mappingOf(places: (number | null)[]): ColumnMapping {
  const entries = importFields.map((field, index): [ImportField, number | null] => [
    field,
    places[index] ?? null,
  ]);
  return Object.fromEntries(entries) as ColumnMapping;
}
