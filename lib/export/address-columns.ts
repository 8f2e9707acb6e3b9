import type { Address } from "#lib/customers/model.ts";
import { columnsFor, type ExportColumn } from "#lib/export/columns.ts";

/** An address, part by part, as couriers read it. */
export function addressColumns<Row>(addressOf: (row: Row) => Address): ExportColumn<Row>[] {
  const { text } = columnsFor<Row>();
  return [
    text("street", (row) => addressOf(row).street),
    text("city", (row) => addressOf(row).city),
    text("region", (row) => addressOf(row).region),
    text("zip", (row) => addressOf(row).zip),
    text("country", (row) => addressOf(row).country),
  ];
}
