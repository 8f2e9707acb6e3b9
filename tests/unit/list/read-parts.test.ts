import { expect, test } from "vitest";
import { type ReadPart, readParts } from "#components/list/table/read-parts.ts";

const parts: Record<string, { rows: number[]; next: string | null }> = {
  "": { rows: [1, 2], next: "2" },
  "2": { rows: [3, 4], next: "4" },
  "4": { rows: [5], next: null },
};
const readPart: ReadPart<number> = async (after) => ({
  ok: true,
  data: parts[after] ?? { rows: [], next: null },
});

async function read(most: number, isWanted: (asked: number) => boolean) {
  const rows: number[] = [];
  const progress: number[] = [];
  let asked = 0;
  await readParts(
    async (after) => {
      asked++;
      return readPart(after);
    },
    (more) => rows.push(...more),
    most,
    { onProgress: (done) => progress.push(done), isWanted: () => isWanted(asked) },
  );
  return { rows, progress, asked };
}

test("all that match are read part by part, as many as may be selected", async () => {
  expect(await read(10, () => true)).toEqual({ rows: [1, 2, 3, 4, 5], progress: [2, 4, 5], asked: 3 });
  expect(await read(3, () => true)).toEqual({ rows: [1, 2, 3], progress: [2, 3], asked: 2 });
});

test("nothing is selected or read any more once the selection was cleared", async () => {
  expect(await read(10, (asked) => asked < 2)).toEqual({ rows: [1, 2], progress: [2], asked: 2 });
});
