import type { Figures, Times } from "#scripts/bench/compare.ts";

const most = { ratio: 2, p95: 50 };

/** The head of the table on the terminal. */
export const heading = [
  "".padEnd(42),
  ..."secured,p95,plain,p95,ratio,whole call,p95".split(",").map((title) => title.padStart(10)),
].join("");

/** A question's line: milliseconds, and a mark where the figures are beyond what is aimed at. */
export function lineOf(name: string, { secured, plain, ratio, call }: Figures): string {
  const isBeyond = ratio > most.ratio || secured.p95 > most.p95;
  return [
    name.padEnd(42),
    cells(secured),
    cells(plain),
    ratio.toFixed(2).padStart(10),
    cells(call),
    isBeyond ? "  !" : "",
  ].join("");
}

function cells({ median, p95 }: Times): string {
  return median.toFixed(1).padStart(10) + p95.toFixed(1).padStart(10);
}
