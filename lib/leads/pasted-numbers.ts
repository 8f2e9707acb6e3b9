import {
  type ChangeableLead,
  leadsOfNumberAtMost,
  longestNumber,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";

/** What parts the cells of a pasted table, the surest first; a decimal comma parts no table that has another one. */
const separators = ["\t", ";", "|", ","];

/**
 * Takes what was pasted apart: a table becomes its columns, a list of numbers, parted by whatever, one column. Cells without a digit are
 * headings and names, and left out.
 */
export function readPasted(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const columns = readTable(lines) ?? [lines.flatMap(readList)];
  return columns.map(numbersOf).filter((numbers) => numbers.length > 0);
}

/** The columns of a table, whose lines all have as many cells; null when it is none. */
function readTable(lines: string[]): string[][] | null {
  if (lines.length < 2) return null;
  for (const separator of separators) {
    const rows = lines.map((line) => cellsOf(line, separator));
    const width = rows[0]?.length ?? 0;
    if (width > 1 && rows.every((row) => row.length === width)) {
      return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ""));
    }
  }
  return null;
}

/** The cells of a line of CSV; one in quotes may hold the separator. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  return [...cells, cell];
}

/** Blanks stand inside a number as often as between two: they part only what says itself where it begins, or a line that nothing else parts. */
function readList(line: string, _index: number, lines: string[]): string[] {
  const cells = line.split(/[\t;|,]/);
  return cells.flatMap((cell) => {
    const parts = cell.trim().split(/\s+/);
    const isParted =
      parts.every((part) => part.startsWith("#")) || (lines.length === 1 && cells.length === 1);
    return isParted ? parts : [cell];
  });
}

/** Each number once, without what spreadsheets put around it. */
function numbersOf(cells: string[]): string[] {
  const numbers = new Map<string, string>();
  for (const cell of cells) {
    const number = cell.replaceAll('"', "").replace(/^'/, "").trim();
    if (/\d/.test(number) && number.length <= longestNumber) numbers.set(numberKey(number), number);
  }
  return [...numbers.values()];
}

/** What a number is compared by, as the database does (astra.number_key). */
function numberKey(number: string): string {
  return number.toLowerCase().replace(/[\s#\-_./]/g, "");
}

/** A lead that has a pasted number, as far as its status and its store go. */
export interface NumberedLead extends ChangeableLead {
  id: string;
  storeId: string | null;
  orderNumber: string;
}

/** Whether a pasted number is the own one of a lead's order, rather than a parcel's. */
export function isNumberOf({ orderNumber }: NumberedLead, number: string): boolean {
  return numberKey(orderNumber) === numberKey(number);
}

/** A pasted number and the leads that have it. */
export interface FoundNumber<Lead extends NumberedLead = NumberedLead> {
  number: string;
  /** More leads have it than were found, as what a shop writes on every parcel: only those are named whose order has it as its own. */
  isCommon: boolean;
  leads: Lead[];
}

/** What would become of the leads of a pasted list. */
export interface SortedPaste<Lead extends NumberedLead> {
  ready: Lead[];
  /** Where they are to go already. */
  there: Lead[];
  /** What can't go there from where it is, and why. */
  wrong: { lead: Lead; refusal: Refusal }[];
  /** Numbers that several leads have. */
  ambiguous: { number: string; leads: Lead[] }[];
  /** Numbers that too many have. */
  common: string[];
  unmatched: string[];
}

/**
 * Says what a change would make of a pasted list. Of a number that several leads have, the chosen one counts, or the only one of the store
 * that the list is of; of one that too many have to choose from, those whose order has it as its own.
 */
export function sortPaste<Lead extends NumberedLead>(
  found: FoundNumber<Lead>[],
  change: StatusChange,
  { storeId, chosen }: { storeId: string | null; chosen: ReadonlyMap<string, string> },
): SortedPaste<Lead> {
  const sorted: SortedPaste<Lead> = {
    ready: [],
    there: [],
    wrong: [],
    ambiguous: [],
    common: [],
    unmatched: [],
  };
  const seen = new Set<string>();
  for (const { number, isCommon, leads } of found) {
    const ofStore = leads.filter((lead) => storeId === null || lead.storeId === storeId);
    const areTooMany = isCommon || ofStore.length > leadsOfNumberAtMost;
    const here = areTooMany ? ofStore.filter((lead) => isNumberOf(lead, number)) : ofStore;
    const lead = here.length > 1 ? here.find(({ id }) => id === chosen.get(number)) : here[0];
    if (here.length > leadsOfNumberAtMost || (areTooMany && here.length === 0)) sorted.common.push(number);
    else if (here.length === 0) sorted.unmatched.push(number);
    else if (!lead) sorted.ambiguous.push({ number, leads: here });
    else if (!seen.has(lead.id)) {
      seen.add(lead.id);
      place(sorted, lead, change);
    }
  }
  return sorted;
}

function place<Lead extends NumberedLead>(
  { ready, there, wrong }: SortedPaste<Lead>,
  lead: Lead,
  change: StatusChange,
): void {
  const refusal = refusalOf(lead, change);
  if (refusal === null) ready.push(lead);
  else if (lead[change.field] === change.to) there.push(lead);
  else wrong.push({ lead, refusal });
}
