import { withPlainDigits } from "#lib/base/search/digits.ts";

/** Shorter words are in too many rows to look for: an index of three letters at a time can't find them. */
const shortestWord = 3;
const mostWords = 8;
const longestText = 200;

/** A phone number that is written in one piece has at least so many digits. */
const wholePhone = 9;

const invisible = /\p{Cf}/gu;
/** Blanks, and what Postgres can't take. */
const parting = /[\s\p{Cc}\p{Cs}]+/gu;

/** What makes a word no longer: marks that lie on a letter (not the vowel signs of India, which are letters), apostrophes and quotes. */
const weightless =
  /(?=\p{M})[\p{sc=Inherited}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]|[\p{Cf}\p{Sk}'"‘’‚“”„ʼ]/gu;

/** A country code is in front of the rest. */
const international = /^(\+|00)/;
const longestPhone = 15;

const phoneCharacters = /^\+?[\d().\p{Pd}/]+$/u;

/**
 * The words to look for in what somebody typed, for `astra.search_leads` and `astra.search_customers`, all of which must be found. They
 * stay as they were typed: the database makes them alike to what is stored. A word that may be written in several ways holds them all,
 * separated by spaces. Empty: nothing that could be searched for.
 */
export function searchWords(text: string): string[] {
  const tokens = withPlainDigits(text.slice(0, longestText))
    .split(parting)
    .map((token) => token.replace(/^[#\p{Cf}]+/u, ""))
    .map((token) => (isPhoneLike(token) ? token.replace(invisible, "").replaceAll("(0)", "") : token))
    .filter((token) => /[^@]/.test(token.replace(invisible, "")))
    .slice(0, mostWords);
  const words = runs(tokens).flatMap((run) => (isPhoneLike(run[0]) ? phoneWords(run) : run));
  return words.some(isLongEnough) ? words : [];
}

/** Neighbours that may be parts of one phone number, together; everything else alone. */
function runs(tokens: string[]): string[][] {
  const list: string[][] = [];
  for (const token of tokens) {
    const last = list.at(-1);
    if (last && isPhoneLike(last[0]) && isPhoneLike(token) && !token.startsWith("+")) last.push(token);
    else list.push([token]);
  }
  return list;
}

function isPhoneLike(token: string | undefined): boolean {
  return token !== undefined && phoneCharacters.test(token.replace(invisible, "")) && /\d/.test(token);
}

/**
 * "0722 123 456" is one number. A short run ("722 123") may also be two order numbers, so that either the whole or each part is found;
 * a run with a whole number in it is several numbers, unless it begins with the code of a country.
 */
function phoneWords(run: string[]): string[] {
  const [first = ""] = run;
  if (run.length === 1) return [asNumber(first)];
  const whole = digitsOf(run.join(""));
  if (international.test(first) && whole.length <= longestPhone) return [whole];
  if (run.some((token) => digitsOf(token).length >= wholePhone)) return run.map(asNumber);
  if (whole.length >= wholePhone) return [whole];
  return run.map((token) => [...new Set([...asNumber(token).split(" "), whole])].join(" "));
}

/** A number as it stands, for an order's, and its digits without what is dialled in front of a country or an area, for a phone's. */
function asNumber(token: string): string {
  return token.startsWith("+") ? digitsOf(token) : alternatives([token, digitsOf(token)]);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "").replace(/^0{1,2}/, "");
}

/** Alternatives that are too short to be looked for are dropped, as long as one is left. */
function alternatives(list: string[]): string {
  const different = [...new Set(list)].filter((one) => one !== "");
  const longEnough = different.filter((one) => one.length >= shortestWord);
  return (longEnough.length > 0 ? longEnough : different.slice(-1)).join(" ");
}

/** Whether the index can find the word, in each of its ways. Of an e-mail it knows the local part. */
function isLongEnough(word: string): boolean {
  return word.split(" ").every((one) => lengthOf(one.split("@")[0] ?? "") >= shortestWord);
}

function lengthOf(word: string): number {
  return [...word.normalize("NFD").replace(weightless, "")].length;
}
