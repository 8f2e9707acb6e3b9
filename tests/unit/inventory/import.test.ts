import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessColumns } from "#lib/inventory/import/columns.ts";
import { guessDecimal, readRows } from "#lib/inventory/import/rows.ts";
import { mostBytes, mostRows, readTable, type Table } from "#lib/inventory/import/table.ts";
import { importFields } from "#lib/inventory/model.ts";
import { workbook } from "#tests/fixtures/workbook.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function tableOf(file: string | Uint8Array): Promise<Table> {
  const table = await readTable(typeof file === "string" ? bytes(file) : file);
  if (typeof table === "string") throw new Error(table);
  return table;
}

describe("a file", () => {
  test.each([
    [
      "semicolons, a byte order mark, a decimal comma and a line break within quotes",
      '\uFEFFSKU;Denumire;Preț;Stoc\r\n0012;"Lampă; ""LED""\nmică";1.249,90;5\r\n',
    ],
    ["commas", 'sku,name,price,stock\n0012,"Lampă; ""LED""\nmică","1.249,90",5\n'],
    ["tabs", 'SKU\tProduct name\tPrice\tQty\n0012\t"Lampă; ""LED""\nmică"\t1.249,90\t5'],
  ])("with %s is read as it was meant", async (_what, text) => {
    const table = await tableOf(text);
    const columns = guessColumns(table.headings);
    expect(guessDecimal(table, columns)).toBe("comma");
    expect(readRows(table, columns, "comma")).toEqual({
      rows: [
        {
          line: 2,
          sku: "0012",
          name: 'Lampă; "LED"\nmică',
          price: "1249.90",
          currency: null,
          stock: 5,
          lowStockAt: null,
        },
      ],
      refused: [],
    });
  });

  test("of an older Excel, or in UTF-16, is read too", async () => {
    expect(await readTable(Uint8Array.from(Buffer.from("sku;name\n1;Caf\xe9", "latin1")))).toMatchObject({
      rows: [["1", "Café"]],
    });
    expect(await readTable(Uint8Array.from(Buffer.from("\uFEFFsku;name\n1;Ș", "utf16le")))).toMatchObject({
      rows: [["1", "Ș"]],
    });
  });

  test("that is a workbook is read as the CSV of it would be, with its numbers as they are", async () => {
    const table = await tableOf(
      workbook([
        ["SKU", "Denumire", "Preț", "Stoc", "Currency"],
        ["0012", "Lampă", 1249.9, 5, "ron"],
        [5901234123457, " Bol ", "1.249,90", 3.0000000000000004, ""],
        ["=1+1", "Formula", 0.1 + 0.2, 1.5, ""],
      ]),
    );
    const columns = guessColumns(table.headings);
    expect(guessDecimal(table, columns)).toBe("comma");
    const { rows, refused } = readRows(table, columns, "comma");
    expect(rows.map(({ sku, name, price, stock }) => [sku, name, price, stock])).toEqual([
      ["0012", "Lampă", "1249.9", 5],
      ["5901234123457", "Bol", "1249.90", 3],
    ]);
    expect(refused).toEqual([{ line: 4, sku: "=1+1", fault: "stockInvalid" }]);
  });

  test.each([
    ["brokenWorkbook", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ["oldWorkbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
    ["tooManyRows", workbook(Array.from({ length: mostRows + 2 }, () => [1]))],
    ["tooLarge", workbook(Array.from({ length: 200 }, () => [{ inline: "x".repeat(300_000) }]))],
    ["notText", Uint8Array.from([0x41, 0, 0x42])],
    ["tooLarge", new Uint8Array(mostBytes + 1)],
    ["empty", bytes("sku;name\n")],
    ["broken", bytes('sku;name\n"1;2\n3;4')],
    ["broken", bytes(`sku;name\n${"x".repeat(200_000)};y`)],
    ["tooManyRows", bytes(`sku\n${"1\n".repeat(mostRows + 1)}`)],
    ["tooManyColumns", bytes(`sku${";a".repeat(60)}\n1`)],
  ])("is refused as %s", async (fault, file) => {
    expect(await readTable(file)).toBe(fault);
  });

  test("of any bytes is read or refused, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytes)),
        async (file) => {
          const table = await readTable(file);
          if (typeof table !== "string")
            readRows(table, guessColumns(table.headings), guessDecimal(table, guessColumns(table.headings)));
        },
      ),
    );
  });
});

test("rows that can't be are refused one by one, with their line and why", async () => {
  const table = await tableOf(
    [
      "sku;name;price;currency;stock;low stock",
      ";a;1;;;",
      "A;a;x;;;",
      "B;a;1;euro;;",
      "C;a;1;;1,5;",
      "D;a;1;;;-1",
      "E;a;1;eur;3;2",
      "E;b;1;;;",
      "'=1+1;f;2;;;",
    ].join("\n"),
  );
  const { rows, refused } = readRows(table, guessColumns(table.headings), "comma");
  expect(refused.map(({ line, fault }) => [line, fault])).toEqual([
    [2, "skuMissing"],
    [3, "priceInvalid"],
    [4, "currencyInvalid"],
    [5, "stockInvalid"],
    [6, "lowStockInvalid"],
    [8, "skuTwice"],
  ]);
  expect(rows.map(({ sku, currency, stock }) => [sku, currency, stock])).toEqual([
    ["E", "EUR", 3],
    ["=1+1", null, null],
  ]);
});

test.each(readdirSync("messages"))("the headings of Astra's own export are understood in %s", (locale) => {
  const { columns } = JSON.parse(readFileSync(`messages/${locale}/export.json`, "utf8"));
  const { sku, name, price, currency, stock, lowStock } = columns;
  const guessed = guessColumns([sku, name, price, stock, columns.reserved, lowStock, currency]);
  expect(guessed).toEqual({ sku: 0, name: 1, price: 2, stock: 3, lowStockAt: 5, currency: 6 });
  expect(Object.keys(guessed).sort()).toEqual([...importFields].sort());
});
