const otherDigit = /[^\P{Nd}0-9]/gu;
const anyDigit = /^\p{Nd}$/u;

/** Text whose digits, of whatever script, are 0 to 9. */
export function withPlainDigits(text: string): string {
  return text.replace(otherDigit, plainDigit);
}

/** The digits of a script follow each other from zero on; some scripts have several such rows in one piece. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (anyDigit.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}
