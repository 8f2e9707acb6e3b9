import fc from "fast-check";
import { expect, test } from "vitest";
import { recordCounter } from "#components/list/export/record-counter.ts";
import { type Column, csvRows } from "#lib/export/csv.ts";

const columns: Column<string[]>[] = [0, 1].map((index) => ({
  heading: `Column ${index}`,
  type: "text",
  value: (row) => row[index] ?? null,
}));

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom('"', "\n", "\r\n", ",", "ș") }),
);

test("every record is counted once, wherever the bytes are cut", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText)), fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const bytes = new TextEncoder().encode(csvRows(columns, rows));
      const count = recordCounter();
      let counted = 0;
      for (let from = 0; from < bytes.length; from += size) counted = count(bytes.slice(from, from + size));
      expect(counted).toBe(rows.length);
    }),
  );
});
