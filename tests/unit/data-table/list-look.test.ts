import { describe, expect, test } from "vitest";
import { moveColumn, orderColumns } from "#components/data-table/list-look.ts";

describe("columns", () => {
  test("stand as the person put them, new ones at the end and old ones forgotten", () => {
    expect(orderColumns(["a", "b", "c"], ["c", "gone", "a"])).toEqual(["c", "a", "b"]);
  });

  test("move a place at a time, and not past the edge", () => {
    expect(moveColumn(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    expect(moveColumn(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  });
});
