import { expect, test } from "vitest";
import { runEach } from "#lib/worker/run-each.ts";

test("a step that fails keeps none of those after it from being run, and is told at the end", async () => {
  const done: string[] = [];
  const step = (name: string) => async () => {
    done.push(name);
  };
  const failing = async () => {
    throw new Error("a broken step");
  };
  await expect(runEach([step("deliveries"), failing, step("notices")])).rejects.toThrow("a broken step");
  expect(done).toEqual(["deliveries", "notices"]);
});
