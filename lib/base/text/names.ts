/** Whether two names are one but for capitals, marks and the order of their words. */
export function isSameName(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return isAmong(words, others) && isAmong(others, words);
}

/** Whether two names can be one person's: the words of one are all among the other's, as `astra.names_agree` has it. */
export function namesAgree(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return isAmong(words, others) || isAmong(others, words);
}

function isAmong(words: string[], others: string[]): boolean {
  return words.every((word) => others.includes(word));
}

function wordsOf(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
