import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Column, csvHead, csvRows } from "#lib/export/csv.ts";
import { parseCsv } from "#tests/support/csv.ts";

const text: Column<string>[] = [{ heading: "Text", type: "text", value: (row) => row }];
const phone: Column<string>[] = [{ heading: "Phone", type: "phone", value: (row) => row }];
const number: Column<string>[] = [{ heading: "Number", type: "number", value: (row) => row }];

describe("the head", () => {
  test("starts with a byte order mark and ends with CRLF", () => {
    const columns = [...text, ...number];
    expect(csvHead(columns)).toBe("\uFEFFText,Number\r\n");
  });
});

describe("a text cell", () => {
  test.each([
    ["plain", "plain\r\n"],
    ["Ștefan Γιώργος 日本 🙂", "Ștefan Γιώργος 日本 🙂\r\n"],
    ["a,b", '"a,b"\r\n'],
    ['say "hi"', '"say ""hi"""\r\n'],
    ["two\nlines", '"two\nlines"\r\n'],
    ["semi;colon", '"semi;colon"\r\n'],
    ["=1+1", "'=1+1\r\n"],
    ["+40722123456", "'+40722123456\r\n"],
    ["-12.50", "'-12.50\r\n"],
    ["@SUM(A1)", "'@SUM(A1)\r\n"],
    ["\t=1", "\"'\t'=1\"\r\n"],
    ["\r=1", "\"'\r'=1\"\r\n"],
    ["  =1", "'  =1\r\n"],
    ["＝1", "'＝1\r\n"],
    ["x;=WEBSERVICE(A1);y", '"x;\'=WEBSERVICE(A1);y"\r\n'],
    ['x;"=1";y', '"x;\'""=1"";y"\r\n'],
    ["x; ＋1", '"x;\' ＋1"\r\n'],
    ["one\r\n-two\n@three", "\"one\r\n'-two\n'@three\"\r\n"],
    ["a=b, -c; d-e", '"a=b, -c; d-e"\r\n'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"\r\n'],
    ["", "\r\n"],
  ])("%j is written as %j", (value, line) => {
    expect(csvRows(text, [value])).toBe(line);
  });

  test("never begins like a formula", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const [[cell = ""] = []] = parseCsv(csvRows(text, [value]));
        expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(cell).not.toMatch(/^[\t\r\n]/);
      }),
    );
  });
});

test("no cell begins like a formula for who splits at semicolons and knows no quotes", () => {
  const columns: Column<string[]>[] = [
    { heading: "First", type: "text", value: ([first = ""]) => first },
    { heading: "Number", type: "number", value: () => "-12.50" },
    { heading: "Last", type: "text", value: ([, last = ""]) => last },
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText)), (rows) => {
      for (const cell of csvRows(columns, rows).split(/[;\t\r\n]/)) {
        expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
      }
    }),
  );
});

describe("a number cell", () => {
  test.each(["-12.50", "0", "1249.000", "-0.001", "99999999999.999"])("%s stays a number", (value) => {
    expect(csvRows(number, [value])).toBe(`${value}\r\n`);
  });

  test.each(["-1+cmd", "=1", "1e5", "1,5", "-", "+1", "1\n2"])("%j is no number, so it is text", (value) => {
    expect(csvRows(number, [value])).toBe(csvRows(text, [value]));
  });
});

describe("a phone cell", () => {
  test.each(["+40722123456", "+12025550123", "+861012345678"])("%s is bare", (value) => {
    expect(csvRows(phone, [value])).toBe(`${value}\r\n`);
  });

  test.each([
    "+1+1",
    "+40 722 123 456",
    "+cmd|' /C calc'!A0",
    "+0722",
    "0722 009 001",
    "+40722123456;=1",
    "+40722123456\n",
    "=1",
  ])("%j can't be dialled as it is, so it is text", (value) => {
    expect(csvRows(phone, [value])).toBe(csvRows(text, [value]));
  });

  test("is bare only where a spreadsheet can read nothing but a number", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const cell = csvRows(phone, [value]).slice(0, -2);
        expect(/^\+\d{2,15}$/.test(cell) || cell === csvRows(text, [value]).slice(0, -2)).toBe(true);
      }),
    );
  });
});

test("an empty value is an empty cell", () => {
  const nothing: Column<null> = { heading: "Nothing", type: "text", value: () => null };
  expect(csvRows([nothing, nothing], [null])).toBe(",\r\n");
});

test("what is written is what is read again, but for the apostrophe of what would be a formula", () => {
  const columns: Column<string[]>[] = [0, 1, 2].map((index) => ({
    heading: `Column ${index}`,
    type: "text",
    value: (row) => row[index] ?? null,
  }));
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText, anyText), { minLength: 1 }), (rows) => {
      const read = parseCsv(csvRows(columns, rows));
      expect(read).toHaveLength(rows.length);
      expect(read).toEqual(rows.map((row) => row.map(withApostrophes)));
    }),
  );
});

function withApostrophes(value: string): string {
  const pieces = value.split(/(?<=[;\t\r\n])/);
  const isFormula = (piece: string) => /^[\s"]*[=+\-@＝＋－＠]/.test(piece);
  const text = pieces.map((piece) => (isFormula(piece) ? `'${piece}` : piece)).join("");
  return /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", ";", " ", "'", "a", "＝"),
  }),
);
