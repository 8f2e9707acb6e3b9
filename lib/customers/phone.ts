import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { withPlainDigits } from "#lib/base/search/digits.ts";
import { cut } from "#lib/base/text/schema.ts";

/** What people type between the digits of a number, and between two numbers. */
const between = String.raw`\s()\[\]._·−\p{Pd}/\\,;|&`;
/** What may stand between two numbers, though at times within one ("0171/1234567"). */
const divider = /[/\\,;|&]/;
const written = new RegExp(String.raw`\+?(?:[${between}]*\d)+`, "gu");
/** "1) 0722… 2) 0733…" */
const listMark = /(?<=^|\s)\d{1,2}\s*[:)](?=\s*[+(]?\d{4})/g;
const longestText = 200;

/** Digits of a whole number, country code included (ITU-T E.164), and as many more as may be dialled in front of it. */
const fewestDigits = 4;
const mostDigits = 20;

/**
 * The phone numbers in what somebody typed, as E.164, in their order. There may be several, with words around them, brackets around
 * codes, digits of any script, "00" or nothing before the code of a country. Valid numbers are taken; when there are none, a text that
 * is nothing but one number is taken if that is at least possible. A number of one digit repeated is nobody's.
 *
 * @param text one field, or several in the order in which they count
 * @param countries ISO 3166-1 alpha-2, for numbers without a country code: the first by which a number is valid counts
 */
export function readPhones(
  text: string | null | readonly (string | null)[],
  countries: readonly (string | null)[],
): string[] {
  const texts = [text].flat().filter((one) => one !== null);
  const homes = [...new Set(countries)].filter(isHome);
  const fields = texts.map((one) => fieldOf(one));
  const valid = fields.flatMap(({ pieces }) => pieces.flatMap((piece) => validNumbers(piece, homes)));
  if (valid.length > 0) return [...new Set(valid)];
  const possible = fields.flatMap(({ pieces, isNumberOnly }) =>
    isNumberOnly ? pieces.map((piece) => readOne(piece, homes, (number) => number.isPossible())) : [],
  );
  return [...new Set(possible.filter((number) => number !== null))];
}

function isHome(country: string | null): country is CountryCode {
  return country !== null && isSupportedCountry(country);
}

/** A text's pieces that may be numbers, parted by words and by every "+", and whether there is nothing else in it. */
function fieldOf(text: string): { pieces: Piece[]; isNumberOnly: boolean } {
  // Phones and address books wrap a copied number in marks that nobody sees.
  const plain = withPlainDigits(
    cut(text, longestText)
      .normalize("NFKC")
      .replace(/\p{Cf}/gu, ""),
  );
  // A number that went through a spreadsheet or a float ends in ".0".
  const listed = plain.replace(/^\s*(\+?\d+)\.0+\s*$/, "$1").replace(listMark, ";");
  const found = listed.match(written) ?? [];
  const rest = listed.replace(written, "");
  return { pieces: found.map(pieceOf), isNumberOnly: found.length === 1 && !/[\p{L}\p{N}]/u.test(rest) };
}

/** Groups of digits, with what was typed before each; parts of a piece are what lies between dividers. */
type Piece = { before: string; digits: string }[];

function pieceOf(text: string): Piece {
  return [...text.matchAll(/(\D*)(\d+)/g)].map(([, before = "", digits = ""]) => ({ before, digits }));
}

/**
 * The numbers of a piece: all of its parts, taken alone or several together; else all of its groups, however they stand together; else
 * those of its parts that are numbers.
 */
function validNumbers(piece: Piece, homes: CountryCode[]): string[] {
  const parts = partsOf(piece);
  const groups = piece.map((group) => [group]);
  return (
    readAll(parts, homes) ??
    readAll(groups, homes) ??
    parts.flatMap(
      (part) =>
        readAll([part], homes) ??
        readAll(
          part.map((group) => [group]),
          homes,
        ) ??
        [],
    )
  );
}

function partsOf(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  for (const group of piece) {
    const last = parts.at(-1);
    if (last && !divider.test(group.before)) last.push(group);
    else parts.push([group]);
  }
  return parts;
}

/** The numbers that the units make, one after the other; null when some are left over. */
function readAll(units: Piece[], homes: CountryCode[]): string[] | null {
  const known = new Map<number, string[] | null>([[units.length, []]]);
  const readFrom = (start: number): string[] | null => {
    const ends = units.map((_, index) => index + 1).filter((end) => end > start);
    // One number, if it can be; else where a zero follows, the next is likely to begin.
    const likely = ends.filter((end) => units[end]?.[0]?.digits.startsWith("0"));
    for (const end of new Set([units.length, ...likely, ...ends])) {
      const first = readOne(units.slice(start, end).flat(), homes, (number) => number.isValid());
      if (!first) continue;
      if (!known.has(end)) known.set(end, readFrom(end));
      const others = known.get(end);
      if (others) return [first, ...others];
    }
    return null;
  };
  return readFrom(0);
}

/** All of the groups as one number. */
function readOne(
  groups: Piece,
  homes: CountryCode[],
  isGood: (number: PhoneNumber) => boolean,
): string | null {
  const digits = groups.map((group) => group.digits).join("");
  if (digits.length < fewestDigits || digits.length > mostDigits) return null;
  const isAbroad = groups[0]?.before.includes("+") ?? false;
  for (const reading of readings(groups, isAbroad, homes)) {
    const number = reading();
    if (number && isGood(number) && !/^(\d)\1*$/.test(number.nationalNumber)) return number.number;
  }
  return null;
}

/** The ways in which a number may be meant, the likeliest first. */
function readings(groups: Piece, isAbroad: boolean, homes: CountryCode[]): (() => PhoneNumber | undefined)[] {
  const all = groups.map(({ digits }) => digits).join("");
  // "+36 (0)30 …": the zero that is dialled at home only.
  const withoutZero = groups.filter(
    ({ digits }, index) => index === 0 || digits !== "0" || !isInBrackets(groups, index),
  );
  const texts = [
    ...new Set([all, withoutZero.map(({ digits }) => digits).join(""), withoutMobileDigit(all)]),
  ];
  const abroad = texts.map((digits) => () => parsePhoneNumberFromString(`+${digits.replace(/^0+/, "")}`));
  if (isAbroad && !all.startsWith("0")) return abroad;
  const atHome = homes.flatMap((home) =>
    texts.flatMap((digits) => [() => parsePhoneNumberFromString(digits, home), () => withCode(digits, home)]),
  );
  return isAbroad || all.startsWith("00") ? [...abroad, ...atHome] : atHome;
}

/** Mexico dropped the 1 of its mobile numbers in 2019; people and messengers keep it: "+52 1 55 1234 5678". */
function withoutMobileDigit(digits: string): string {
  return digits.replace(/^((?:00)?52)1(?=\d{10}$)/, "$1");
}

function isInBrackets(groups: Piece, index: number): boolean {
  return /[([]\s*$/.test(groups[index]?.before ?? "") && /^\s*[)\]]/.test(groups[index + 1]?.before ?? "");
}

/** A number with its country's code, but without anything to say so: "40722123456" in Romania. */
function withCode(digits: string, home: CountryCode): PhoneNumber | undefined {
  return digits.startsWith(getCountryCallingCode(home))
    ? parsePhoneNumberFromString(`+${digits}`)
    : undefined;
}

/** A phone number with the spaces that its country writes; one that can't be read stays as it is. */
export function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone, { extract: false })?.formatInternational() ?? phone;
}

/** The same with its phone as people read it, to look at or for a form to begin with: whatever is typed is read anew. */
export function withPhoneWritten<Row extends { phone: string | null }>(row: Row): Row {
  return { ...row, phone: row.phone && formatPhone(row.phone) };
}

/** What a buyer is called: without a name, by the phone as people read it. */
export function buyerName({ name, phone }: { name: string | null; phone: string | null }): string | null {
  return name ?? (phone && formatPhone(phone));
}

/** The same for rows that have the phone for nothing else. */
export function namedByPhone<Row extends { name: string | null; phone: string | null }>({
  phone,
  ...row
}: Row): Omit<Row, "phone"> {
  return { ...row, name: buyerName({ name: row.name, phone }) };
}
