import { parse } from "csv-parse/sync";
import { tidy } from "#lib/base/text/tidy.ts";

/** A file may have so many bytes, rows and columns; more is refused before it is taken apart. */
export const mostBytes = 5_000_000;
export const mostRows = 20_000;
const mostColumns = 50;
const longestCell = 1_000;

/** Why a file can't be read as a table; each has a sentence in the messages. */
export type TableFault =
  | "tooLarge"
  | "notText"
  | "workbook"
  | "broken"
  | "empty"
  | "tooManyRows"
  | "tooManyColumns";

/** A file as rows of text, its first row the headings. */
export interface Table {
  headings: string[];
  rows: string[][];
}

/**
 * Reads a CSV as spreadsheets save it: with or without a byte order mark, in UTF-8, UTF-16 or Windows-1252, parted by semicolons, commas
 * or tabs. Nothing in it is run or followed; a cell is text.
 */
export function readTable(bytes: Uint8Array): Table | TableFault {
  if (bytes.byteLength > mostBytes) return "tooLarge";
  // A workbook is a ZIP archive, and older ones are OLE files.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return "workbook";
  const text = decode(bytes);
  if (text === null) return "notText";
  const records = parseRecords(text);
  if (!records) return "broken";
  const [headings, ...rows] = records.filter((row) => row.some((cell) => cell !== ""));
  if (!headings || rows.length === 0) return "empty";
  if (rows.length > mostRows) return "tooManyRows";
  if (records.some((row) => row.length > mostColumns)) return "tooManyColumns";
  return { headings, rows };
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
