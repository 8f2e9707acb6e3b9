import { describe, expect, test } from "vitest";
import type { Column } from "#lib/export/csv.ts";
import { allPages } from "#lib/export/pages.ts";
import { csvStream } from "#lib/export/stream.ts";

const columns: Column<number>[] = [{ heading: "Number", type: "number", value: String }];

describe("a stream of rows", () => {
  test("holds the headings and all rows in their order", async () => {
    const stream = csvStream(columns, pagesOf([1, 2], [3]), unexpected);
    expect(await new Response(stream).text()).toBe("Number\r\n1\r\n2\r\n3\r\n");
  });

  test("has the byte order mark as its first bytes", async () => {
    const bytes = new Uint8Array(await new Response(csvStream(columns, pagesOf(), unexpected)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("asks for no page before the ones before it are taken", async () => {
    let asked = 0;
    const reader = csvStream(
      columns,
      endlessPages(() => asked++),
      unexpected,
    ).getReader();
    for (let chunk = 0; chunk < 5; chunk++) await reader.read();
    await settled();
    expect(asked).toBeLessThanOrEqual(6);
    await reader.cancel();
  });

  test("asks for nothing more once the reader has gone", async () => {
    let asked = 0;
    let isClosed = false;
    async function* pages() {
      try {
        yield* endlessPages(() => asked++);
      } finally {
        isClosed = true;
      }
    }
    const reader = csvStream(columns, pages(), unexpected).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    const before = asked;
    await settled();
    expect({ asked, isClosed }).toEqual({ asked: before, isClosed: true });
  });

  test("breaks off when a page fails, and says why to the one who logs", async () => {
    async function* pages() {
      yield [1];
      throw new Error("The database has gone.");
    }
    const errors: unknown[] = [];
    const stream = csvStream(columns, pages(), (error) => errors.push(error));
    await expect(new Response(stream).text()).rejects.toThrow("The database has gone.");
    expect(errors).toEqual([new Error("The database has gone.")]);
  });
});

test("all pages of a list are read by the cursor of the page before", async () => {
  const asked: string[] = [];
  const list: Record<string, { rows: number[]; next: string | null }> = {
    "": { rows: [1, 2], next: "b" },
    b: { rows: [3], next: "c" },
    c: { rows: [], next: null },
  };
  const pages = allPages(async (after) => {
    asked.push(after);
    return list[after] ?? { rows: [], next: null };
  });
  const read: number[][] = [];
  for await (const page of pages) read.push(page);
  expect(read).toEqual([[1, 2], [3]]);
  expect(asked).toEqual(["", "b", "c"]);
});

async function* pagesOf(...pages: number[][]) {
  yield* pages;
}

async function* endlessPages(onAsk: () => void) {
  for (;;) {
    onAsk();
    yield [1];
  }
}

function unexpected(error: unknown): void {
  throw error;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
