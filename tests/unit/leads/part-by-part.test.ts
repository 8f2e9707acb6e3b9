import { expect, test } from "vitest";
import { partByPart } from "#components/leads/part-by-part.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

const run = (part: number): Promise<ActionResult<number>> =>
  Promise.resolve(part < 0 ? { ok: false, message: "" } : { ok: true, data: part * 10 });

test("an act of parts tells what those did that were done, when one fails and says nothing itself", async () => {
  expect(await partByPart([1, 2, 3], run)).toEqual({ results: [10, 20, 30], failure: null });
  expect(await partByPart([1, 2, -1, 3], run)).toEqual({ results: [10, 20], failure: "" });
  expect(await partByPart([-1, 1], run)).toEqual({ results: [], failure: "" });
});
