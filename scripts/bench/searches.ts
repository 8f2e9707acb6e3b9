import { escapeLiteral } from "pg";
import type { Samples } from "#scripts/bench/samples.ts";

/** What somebody types, and the words of it as the searched text holds them. */
export interface Search {
  name: string;
  q: string;
  words: string[];
}

const names: Search[] = [
  { name: "name, common", q: "popescu", words: ["popescu"] },
  { name: "name, two words", q: "stefan pop", words: ["stefan", "pop"] },
  { name: "name, one in a hundred", q: "toma", words: ["toma"] },
  { name: "name, rare", q: "zamfira quintus", words: ["zamfira", "quintus"] },
  { name: "name, no match", q: "nobody bears this", words: ["nobody", "bears", "this"] },
];

/** Searches of customers. */
export function customerSearches({ lead: { phone, email } }: Samples): Search[] {
  const digits = phone.replace(/\D/g, "");
  const national = phone.replace(/^\+40/, "0");
  const written = `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`;
  return [
    ...names,
    { name: "phone, whole", q: written, words: [digits.slice(-9)] },
    { name: "phone, common start", q: "0740", words: ["740"] },
    { name: "phone, six digits", q: digits.slice(-6), words: [digits.slice(-6)] },
    { name: "phone, no match", q: "0799 999 999 999", words: ["799999999999"] },
    { name: "e-mail, common part", q: "maria.", words: ["maria."] },
    { name: "e-mail, whole", q: email, words: [email.split("@")[0] ?? ""] },
    { name: "e-mail, no match", q: "nobody.bears.this@gmail.com", words: ["nobody.bears.this"] },
  ];
}

/** Searches of leads and orders, which have a number besides. */
export function leadSearches(samples: Samples): Search[] {
  const { orderNumber } = samples.lead;
  const number = { name: "order number", q: orderNumber, words: [orderNumber.replace("#", "")] };
  return [...customerSearches(samples), number];
}

/** That all words are in the row's searched text. */
export function hasWords(row: string, words: string[]): string {
  return words.map((word) => `${row}.search_text like ${escapeLiteral(`%${word}%`)}`).join(" and ");
}
