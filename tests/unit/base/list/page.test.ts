import { describe, expect, test } from "vitest";
import { type Page, placeOf, toPage } from "#lib/base/list/page.ts";

const all = Array.from({ length: 12 }, (_, index) => index + 1);
const idOf = (row: number) => `00000000-0000-4000-8000-${String(row).padStart(12, "0")}`;

/** A page of five of the numbers from 1 to 12. */
function read(query: { after?: string | null; before?: string | null }): Page<number> {
  const params = { after: query.after ?? "", before: query.before ?? "", size: 5 };
  const place = placeOf(params, "number");
  const from = Number(place.from?.key ?? 0);
  const rows = place.isBackwards
    ? all.filter((row) => row < from).toReversed()
    : all.filter((row) => row > from);
  const cursorOf = (row: number) => ({ part: 0, key: String(row), id: idOf(row) });
  return toPage(rows.slice(0, 6), { total: 12, isCapped: false }, params, place, cursorOf);
}

describe("a page knows its place in the list", () => {
  const first = read({});
  const second = read({ after: first.next });
  const third = read({ after: second.next });

  test("forwards", () => {
    expect([first.start, second.start, third.start]).toEqual([1, 6, 11]);
    expect(third.rows).toEqual([11, 12]);
  });

  test("and backwards", () => {
    const back = read({ before: third.previous });
    expect([back.start, back.rows]).toEqual([6, second.rows]);
    expect(read({ before: back.previous }).start).toBe(1);
  });

  test("where a cursor says it, and else not", () => {
    const cursor = `0_7_${idOf(7)}`;
    expect(read({ after: cursor })).toMatchObject({ start: null, rows: [8, 9, 10, 11, 12] });
    expect(read({ before: `0_4_${idOf(4)}` })).toMatchObject({ start: 1, rows: [1, 2, 3] });
    expect(read({ after: `900.${cursor}` })).toMatchObject({ start: 901, rows: [8, 9, 10, 11, 12] });
  });

  test("of fewer rows than came before, or than were counted, it shows no wrong place", () => {
    const fewer = read({ before: `2.0_8_${idOf(8)}` });
    expect(fewer.start).toBe(1);
    expect(read({ after: `900.0_7_${idOf(7)}` }).total).toBe(905);
  });
});
