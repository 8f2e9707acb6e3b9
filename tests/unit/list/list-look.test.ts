import { describe, expect, test } from "vitest";
import { arrangeColumns, moveColumn } from "#components/list/looks/list-look.ts";

describe("columns", () => {
  test("stand as the person put them, new ones at the end and old ones forgotten", () => {
    expect(arrangeColumns(["a", "b", "c"], ["c", "gone", "a"])).toEqual(["c", "a", "b"]);
  });

  test("move a place at a time", () => {
    expect(moveColumn(["a", "b", "c"], [], "b", -1)).toEqual(["b", "a", "c"]);
    expect(moveColumn(["a", "b", "c"], [], "b", 1)).toEqual(["a", "c", "b"]);
  });

  test("move past hidden ones at once", () => {
    expect(moveColumn(["a", "b", "c", "d"], ["b", "c"], "a", 1)).toEqual(["d", "b", "c", "a"]);
    expect(moveColumn(["a", "b", "c", "d"], ["b", "c"], "d", -1)).toEqual(["d", "b", "c", "a"]);
  });

  test("move among the shown ones while they are hidden themselves", () => {
    expect(moveColumn(["a", "b", "c"], ["b"], "b", 1)).toEqual(["a", "c", "b"]);
  });

  test("stay at the edge of what is shown", () => {
    expect(moveColumn(["a", "b", "c"], [], "c", 1)).toBeNull();
    expect(moveColumn(["a", "b", "c"], ["a"], "b", -1)).toBeNull();
  });
});
