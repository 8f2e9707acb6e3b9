import type { CellValue } from "#lib/base/files/workbook.ts";
import { type DecimalSign, readAmount } from "#lib/base/money/amount.ts";
import type { ColumnMapping } from "#lib/inventory/import/columns.ts";
import type { Table } from "#lib/inventory/import/table.ts";
import type { ImportField } from "#lib/inventory/model.ts";

/** Why a row is refused; each has a sentence in the messages. */
export type RowFault =
  | "skuMissing"
  | "skuTooLong"
  | "skuTwice"
  | "nameMissing"
  | "nameTooLong"
  | "priceMissing"
  | "priceInvalid"
  | "currencyInvalid"
  | "stockInvalid"
  | "lowStockInvalid";

/** What a row says; null: nothing, so what is known stays. */
export interface ImportRow {
  /** As a spreadsheet numbers it: the headings are 1. */
  line: number;
  sku: string;
  name: string | null;
  price: string | null;
  currency: string | null;
  stock: number | null;
  lowStockAt: number | null;
}

export interface RefusedRow {
  line: number;
  sku: string;
  fault: RowFault;
}

/** Reads the rows of a file by its columns. A SKU that comes twice counts in its first row. */
export function readRows(
  table: Table,
  columns: ColumnMapping,
  decimal: DecimalSign,
): { rows: ImportRow[]; refused: RefusedRow[] } {
  const rows: ImportRow[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of table.rows.entries()) {
    const line = index + 2;
    const row = readRow(cells, columns, decimal, line);
    const fault = typeof row === "string" ? row : seen.has(row.sku) ? "skuTwice" : null;
    if (typeof row === "string" || fault) {
      refused.push({ line, sku: textOf(cells, columns, "sku") ?? "", fault: fault ?? "skuMissing" });
      continue;
    }
    seen.add(row.sku);
    rows.push(row);
  }
  return { rows, refused };
}

function readRow(
  cells: readonly CellValue[],
  columns: ColumnMapping,
  decimal: DecimalSign,
  line: number,
): ImportRow | RowFault {
  const sku = textOf(cells, columns, "sku");
  const name = textOf(cells, columns, "name");
  if (!sku) return "skuMissing";
  if (sku.length > 200) return "skuTooLong";
  if (name && name.length > 200) return "nameTooLong";
  const priceText = textOf(cells, columns, "price", decimal);
  const price = priceText === null ? null : readAmount(priceText, decimal);
  if (price === undefined) return "priceInvalid";
  const currency = textOf(cells, columns, "currency")?.toUpperCase() ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) return "currencyInvalid";
  const stock = readUnits(textOf(cells, columns, "stock", decimal), decimal);
  if (stock === undefined) return "stockInvalid";
  const lowStockAt = readUnits(textOf(cells, columns, "lowStockAt", decimal), decimal);
  if (lowStockAt === undefined) return "lowStockInvalid";
  return { line, sku, name, price, currency, stock, lowStockAt };
}

/** What a cell says; a number of a workbook as it would be written with that sign. */
function textOf(
  cells: readonly CellValue[],
  columns: ColumnMapping,
  field: ImportField,
  decimal: DecimalSign = "point",
): string | null {
  const place = columns[field];
  const cell = place === null ? undefined : cells[place];
  if (typeof cell === "number") return writeNumber(cell, decimal);
  // Astra's own export puts an apostrophe before what a spreadsheet would run.
  return cell?.replace(/^'(?=[=+\-@])/, "").trim() || null;
}

/** Spreadsheets keep 0.1 + 0.2 as 0.30000000000000004 and show fifteen digits of it. */
function writeNumber(number: number, decimal: DecimalSign): string {
  const text = String(Number(number.toPrecision(15)));
  return decimal === "comma" ? text.replace(".", ",") : text;
}

/** Whole units, also written as 12.0 or 12,000. */
function readUnits(text: string | null, decimal: DecimalSign): number | null | undefined {
  if (text === null) return null;
  const amount = readAmount(text, decimal);
  const units = amount === undefined ? Number.NaN : Number(amount);
  return Number.isInteger(units) && units <= 1_000_000 ? units : undefined;
}

/** How a file writes decimals, as far as its prices tell; numbers of a workbook are no question. */
export function guessDecimal(table: Table, columns: ColumnMapping): DecimalSign {
  for (const cells of table.rows) {
    const place = columns.price;
    if (place !== null && typeof cells[place] === "number") continue;
    const price = textOf(cells, columns, "price") ?? "";
    if (/,\d{1,2}$/.test(price)) return "comma";
    if (/\.\d{1,2}$/.test(price)) return "point";
  }
  return "point";
}
