import { describe, expect, test } from "vitest";
import {
  keptIn,
  type Selection,
  selectBetween,
  selectionOf,
  selectStep,
  toggleRow,
} from "#components/list/table/selection.ts";

const ids = ["a", "b", "c", "d"];

/** The selected ids, in the order of the rows. */
const selected = (selection: Selection) => ids.filter((id) => selection[id]).join("");

test("a row is selected and let go", () => {
  expect(toggleRow({}, "a")).toEqual({ a: true });
  expect(toggleRow({ a: true, b: true }, "a")).toEqual({ b: true });
});

describe("a range", () => {
  test("takes in all rows up or down to the other one", () => {
    expect(selected(selectBetween({ a: true }, ids, "b", "d"))).toBe("abcd");
    expect(selected(selectBetween({}, ids, "c", "a"))).toBe("abc");
    expect(selected(selectBetween({}, ids, "c", "c"))).toBe("c");
  });

  test("is one row when the other one has left the list", () => {
    expect(selected(selectBetween({}, ids, "gone", "c"))).toBe("c");
  });
});

describe("a step", () => {
  test("takes the next row in, and the one it comes from", () => {
    expect(selected(selectStep({}, "a", "b"))).toBe("ab");
    expect(selected(selectStep(selectionOf(["a", "b"]), "b", "c"))).toBe("abc");
  });

  test("back lets go of the row it comes from", () => {
    expect(selected(selectStep(selectionOf(["a", "b", "c"]), "c", "b"))).toBe("ab");
  });

  test("over the gap between two selections closes it", () => {
    expect(selected(selectStep(selectionOf(["a", "c"]), "b", "c"))).toBe("abc");
  });

  test("from nowhere, or against the edge, selects the row", () => {
    expect(selected(selectStep({}, null, "a"))).toBe("a");
    expect(selected(selectStep(selectionOf(["d"]), "d", "d"))).toBe("d");
  });
});

describe("a selection", () => {
  const first = { list: "?view=to_call", page: "" };
  const second = { ...first, page: "after" };
  const kept = { scope: first, ids: ["a", "b"], rows: { a: "A", b: "B" } };

  test("is kept over the pages of a list, and back", () => {
    const there = keptIn(kept, second, ["c", "d"]);
    expect(there.rows).toEqual(kept.rows);
    expect(keptIn(there, first, ["a", "b"]).rows).toEqual(kept.rows);
  });

  test("lets go of what has left the open page, and of nothing else", () => {
    const withOthers = { ...kept, rows: { ...kept.rows, z: "Z" } };
    expect(keptIn(withOthers, first, ["b", "c"]).rows).toEqual({ b: "B", z: "Z" });
  });

  test("begins anew in another list, and is the same while nothing changes", () => {
    expect(keptIn(kept, { ...first, list: "?view=to_ship" }, ["a", "b"]).rows).toEqual({});
    expect(keptIn(kept, { ...first }, ["a", "b"])).toBe(kept);
  });
});
