import { parse } from "csv-parse/sync";
import { type CellValue, readWorkbook } from "#lib/base/files/workbook.ts";
import { tidy } from "#lib/base/text/tidy.ts";

/** A file may have so many bytes, rows and columns; more is refused before it is taken apart. */
export const mostBytes = 5_000_000;
export const mostRows = 20_000;
const mostColumns = 50;
const longestCell = 1_000;
/** Of a workbook, which is packed. 20,000 products of ten columns come to 10 MB. */
const mostUnpacked = 40_000_000;

/** Why a file can't be read as a table; each has a sentence in the messages. */
export type TableFault =
  | "tooLarge"
  | "notText"
  | "oldWorkbook"
  | "broken"
  | "brokenWorkbook"
  | "empty"
  | "tooManyRows"
  | "tooManyColumns";

/** A file as rows of text, its first row the headings. */
export interface Table {
  headings: string[];
  rows: CellValue[][];
}

/**
 * Reads a file as spreadsheets save it: an XLSX workbook, or a CSV with or without a byte order mark, in UTF-8, UTF-16 or Windows-1252,
 * parted by semicolons, commas or tabs. Nothing in it is run or followed; a cell is a text or a number.
 */
export async function readTable(bytes: Uint8Array): Promise<Table | TableFault> {
  if (bytes.byteLength > mostBytes) return "tooLarge";
  const records = await readRecords(bytes);
  if (typeof records === "string") return records;
  const [headings, ...rows] = records.filter((row) => row.some((cell) => cell !== ""));
  if (!headings || rows.length === 0) return "empty";
  if (rows.length > mostRows) return "tooManyRows";
  if (records.some((row) => row.length > mostColumns)) return "tooManyColumns";
  return { headings: headings.map(String), rows };
}

async function readRecords(bytes: Uint8Array): Promise<CellValue[][] | TableFault> {
  // What Excel saved before 2007, or behind a password, is an OLE file; a workbook is a ZIP archive.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return "oldWorkbook";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readSheetRecords(bytes);
  const text = decode(bytes);
  return text === null ? "notText" : (parseRecords(text) ?? "broken");
}

async function readSheetRecords(bytes: Uint8Array): Promise<CellValue[][] | TableFault> {
  const records = await readWorkbook(bytes, {
    rows: mostRows + 1,
    columns: mostColumns,
    characters: longestCell,
    unpacked: mostUnpacked,
  });
  if (typeof records === "string") return records === "broken" ? "brokenWorkbook" : records;
  return records.map((row) => row.map((cell) => (typeof cell === "string" ? tidy(cell).trim() : cell)));
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // What is no UTF-8 was saved by an older Excel.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function parseRecords(text: string): string[][] | null {
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostRows + 2,
      max_record_size: 100_000,
    });
    return records.map((row) => row.map((cell) => tidy(cell).trim().slice(0, longestCell)));
  } catch {
    // A quote that nobody closed, or text after one: the rest of the file would be guesswork.
    return null;
  }
}

/** What parts the headings, outside of quotes, most often. */
function delimiterOf(text: string): string {
  const heading = text.replace(/^(\s*[\r\n])+/, "").split(/\r\n|\n|\r/, 1)[0] ?? "";
  const bare = heading.replace(/"[^"]*"/g, "");
  const counts = [";", ",", "\t"].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
