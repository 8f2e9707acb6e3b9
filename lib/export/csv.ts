/** Numbers and phones are written as they are, so that machines can read them; text is kept from being read as a formula. */
export type CellType = "text" | "number" | "phone";

/** A column of an export. */
export interface Column<Row> {
  heading: string;
  type: CellType;
  /** Null is an empty cell. */
  value: (row: Row) => string | null;
}

/** Without it Excel takes UTF-8 for the code page of the machine. */
const byteOrderMark = "\uFEFF";

/**
 * Where a spreadsheet would begin a formula: before its sign at the start of a cell, also in full width and behind blanks and quotes. In
 * many countries Excel splits lines at semicolons and not at commas. Then hardly any of our quotes stands at the start of a cell, where
 * alone it counts, and a cell begins behind every semicolon, tab and line break of a text.
 */
const formulaStart = /(?<![^;\t\r\n])(?=(?:"|[^\S\t\r\n])*[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;

/** What may stand in a cell as it is, by its type: these can be read as a number and as nothing else. Phones are E.164. */
const plain = { number: /^-?\d+(?:\.\d+)?$/, phone: /^\+[1-9]\d{1,14}$/ };

/** The first line of a file: the headings. */
export function csvHead<Row>(columns: readonly Column<Row>[]): string {
  return byteOrderMark + csvLine(columns.map(({ heading }) => textCell(heading)));
}

/** The lines of some rows. */
export function csvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => csvLine(columns.map((column) => cell(column, row)))).join("");
}

function csvLine(cells: string[]): string {
  return `${cells.join(",")}\r\n`;
}

function cell<Row>({ type, value }: Column<Row>, row: Row): string {
  const content = value(row);
  if (content === null) return "";
  return type !== "text" && plain[type].test(content) ? content : textCell(content);
}

/** Text as RFC 4180 quotes it; what would run as a formula gets an apostrophe in front, which makes it text. */
function textCell(text: string): string {
  const harmless = text.replaceAll(formulaStart, "'");
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
