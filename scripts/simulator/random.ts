import { createHash } from "node:crypto";

/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to, but not, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** Whether a thing of this likelihood happens. */
  chance(likelihood: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the choices, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  digits(count: number): string;
}

/** Mulberry32, by Tommy Ettinger. */
export function createRandom(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readUInt32LE();

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function between(least: number, most: number): number {
    return least + Math.floor(next() * (most - least + 1));
  }

  function pick<T>(list: readonly T[]): T {
    return list[between(0, list.length - 1)] as T;
  }

  function weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const found = choices.find(([, weight]) => {
      rest -= weight;
      return rest < 0;
    });
    return (found ?? choices[choices.length - 1])?.[0] as T;
  }

  return {
    next,
    between,
    chance: (likelihood) => next() < likelihood,
    pick,
    weighted,
    digits: (count) => Array.from({ length: count }, () => between(0, 9)).join(""),
  };
}
