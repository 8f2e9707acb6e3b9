import { withPlainDigits } from "#lib/base/search/digits.ts";

/** A piece of a text, and whether it is what was searched for. */
export interface MarkedPart {
  text: string;
  isMarked: boolean;
}

const shortestMark = 2;
const phoneCharacters = /^\+?[\d().\p{Pd}/]+$/u;

/** What of a text a search looked for, capitals and marks on letters aside; of a phone number its digits, however they are parted. */
export function markedParts(text: string, search: string): MarkedPart[] {
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of wordsOf(search)) {
    const folded = foldedWith(text, phoneCharacters.test(word) ? digitsAlone : letters);
    const wanted = phoneCharacters.test(word) ? word.replaceAll(/\D/g, "").replace(/^0+/, "") : fold(word);
    if (wanted.length < shortestMark) continue;
    for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
      const [from, to] = [folded.places[at], folded.places[at + wanted.length - 1]];
      if (from !== undefined && to !== undefined) marked.fill(true, from, to + 1);
    }
  }
  return partsOf(text, marked);
}

/** A number that was typed in groups is one word. */
function wordsOf(search: string): string[] {
  const plain = withPlainDigits(search).trim();
  const joined = plain.replaceAll(/\s+/g, "");
  return phoneCharacters.test(joined) ? [joined] : plain.split(/\s+/).filter(Boolean);
}

const fold = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
const letters = fold;
const digitsAlone = (text: string) => withPlainDigits(text).replaceAll(/\D/g, "");

/** A text made alike, and where each of its characters stands in the text. */
function foldedWith(text: string, make: (character: string) => string): { text: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const made = make(character);
    folded += made;
    for (let index = 0; index < made.length; index++) places.push(place + character.length - 1);
    place += character.length;
  }
  return { text: folded, places };
}

function partsOf(text: string, marked: boolean[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  for (let index = 0; index < text.length; index++) {
    const last = parts.at(-1);
    const isMarked = marked[index] === true;
    if (last && last.isMarked === isMarked) last.text += text[index];
    else parts.push({ text: text[index] ?? "", isMarked });
  }
  return parts;
}
