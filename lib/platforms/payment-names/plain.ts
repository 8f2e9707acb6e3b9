/** Letters that are no accented ones to Unicode, and letters of which one is typed for the other. */
const alike: Record<string, string> = {
  ı: "i",
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ħ: "h",
  ə: "e",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ς: "σ",
  ґ: "г",
  ة: "ه",
  ہ: "ه",
  ھ: "ه",
  ى: "ي",
  ی: "ي",
  ے: "ي",
  ک: "ك",
  ٱ: "ا",
  ـ: "",
  ء: "",
};
const isAlike = new RegExp(`[${Object.keys(alike).join("")}]`, "gu");

/**
 * A name in lower case and without marks, its words parted by single blanks: "Plată la livrare (COD1)" is "plata la livrare cod 1". Of
 * Indian scripts the consonants are left, which is how loanwords are recognised however their vowels are spelled.
 */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(isAlike, (letter) => alike[letter] ?? letter)
    .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
