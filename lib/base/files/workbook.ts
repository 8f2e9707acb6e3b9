import { posix } from "node:path";
import { readXml, type XmlAttributes } from "#lib/base/files/xml.ts";
import { ZipArchive, ZipError } from "#lib/base/files/zip.ts";

/** What a cell holds: a number as it is kept, or a text. What a formula last came to is a value; nothing is computed. */
export type CellValue = number | string;

/** How much of a sheet is read. */
export interface SheetLimits {
  rows: number;
  columns: number;
  /** Characters of a cell; what is longer is cut. */
  characters: number;
  /** Bytes of everything that is unpacked. */
  unpacked: number;
}

/** Why a workbook can't be read. */
export type WorkbookFault = "broken" | "tooLarge" | "tooManyRows" | "tooManyColumns";

/** Ends the reading. */
class SheetError extends Error {
  override name = "SheetError";
  readonly fault: WorkbookFault;

  constructor(fault: WorkbookFault) {
    super(`The sheet is ${fault}.`);
    this.fault = fault;
  }
}

/**
 * Reads the first sheet of an XLSX workbook (ECMA-376): its rows that hold something, each as long as its last cell that does. Formulas,
 * macros and links are passed over, and no more is unpacked or kept than the limits say.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: SheetLimits,
): Promise<CellValue[][] | WorkbookFault> {
  try {
    const archive = new ZipArchive(bytes, limits.unpacked);
    const { sheet, strings } = await findParts(archive);
    return await readSheet(
      archive,
      sheet,
      strings ? await readStrings(archive, strings, limits) : [],
      limits,
    );
  } catch (error) {
    if (error instanceof ZipError || error instanceof SheetError) return error.fault;
    // The parser says of XML that is none what is wrong with it in words of its own.
    if (error instanceof Error && /^\d+:\d+: /.test(error.message)) return "broken";
    throw error;
  }
}

/** Where the first sheet lies that is not hidden, and the texts that sheets share. */
async function findParts(archive: ZipArchive): Promise<{ sheet: string; strings: string | undefined }> {
  const targets = new Map<string, string>();
  let strings: string | undefined;
  await readXml(archive.text("xl/_rels/workbook.xml.rels"), {
    open(name, { Id = "", Target = "", Type = "" }) {
      if (name !== "Relationship") return;
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join("xl", Target);
      targets.set(Id, path);
      if (Type.endsWith("/sharedStrings")) strings = path;
    },
  });
  let sheet: string | undefined;
  await readXml(archive.text("xl/workbook.xml"), {
    open(name, attributes) {
      if (name !== "sheet" || sheet || (attributes.state ?? "visible") !== "visible") return;
      sheet = targets.get(attributes.id ?? "");
    },
  });
  if (!sheet) throw new SheetError("broken");
  return { sheet, strings: strings && archive.has(strings) ? strings : undefined };
}

/** The texts that cells point to by their number; what tells how they are spoken (`rPh`) is none. */
async function readStrings(
  archive: ZipArchive,
  path: string,
  { characters }: SheetLimits,
): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let isSpoken = false;
  await readXml(archive.text(path), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isSpoken = true;
      isText = name === "t" && !isSpoken;
    },
    text(piece) {
      if (isText && text.length < characters) text += piece;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isSpoken = false;
      else if (name === "si") strings.push(text.slice(0, characters));
    },
  });
  return strings;
}

async function readSheet(
  archive: ZipArchive,
  path: string,
  strings: string[],
  limits: SheetLimits,
): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let cell = { column: 0, type: "n", text: "" };
  let holdsValue = false;
  await readXml(archive.text(path), {
    open(name, attributes) {
      if (name === "row") row = [];
      else if (name === "c") cell = cellOf(attributes, row.length);
      holdsValue = name === "v" || name === "t";
    },
    text(piece) {
      if (holdsValue && cell.text.length < limits.characters) cell.text += piece;
    },
    close(name) {
      holdsValue = false;
      if (name === "c") keepCell(row, cell, strings, limits);
      else if (name === "row" && row.length > 0) {
        if (rows.length === limits.rows) throw new SheetError("tooManyRows");
        rows.push(row);
      }
    },
  });
  return rows;
}

/** A cell says where it stands ("BC7"), or stands behind the one before. */
function cellOf(
  { r = "", t = "n" }: XmlAttributes,
  next: number,
): { column: number; type: string; text: string } {
  const letters = /^[A-Z]{1,3}/.exec(r)?.[0];
  const column = letters
    ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : next;
  return { column, type: t, text: "" };
}

function keepCell(
  row: CellValue[],
  { column, type, text }: { column: number; type: string; text: string },
  strings: string[],
  { columns, characters }: SheetLimits,
): void {
  const value = contentOf(type, text, strings);
  if (value === "") return;
  if (column >= columns) throw new SheetError("tooManyColumns");
  while (row.length < column) row.push("");
  row[column] = typeof value === "string" ? value.slice(0, characters) : value;
}

function contentOf(type: string, text: string, strings: string[]): CellValue {
  if (text === "") return "";
  if (type === "s") return strings[Number(text)] ?? "";
  if (type !== "n") return text;
  const number = Number(text);
  // What is a number to a spreadsheet and none to us stays as it is written, to be refused where one is wanted.
  return Number.isFinite(number) ? number : text;
}
