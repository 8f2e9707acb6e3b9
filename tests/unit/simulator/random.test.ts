import { expect, test } from "vitest";
import { createRandom } from "#scripts/simulator/random.ts";

test("the same seed draws the same, another seed something else", () => {
  const draw = (seed: string) => {
    const random = createRandom(seed);
    return [random.next(), random.between(1, 6), random.pick(["a", "b", "c"]), random.digits(9)];
  };
  expect(draw("7")).toEqual(draw("7"));
  expect(draw("7")).not.toEqual(draw("8"));
});

test("weights are kept to", () => {
  const random = createRandom("weights");
  const drawn = Array.from({ length: 2000 }, () =>
    random.weighted([
      ["often", 9],
      ["seldom", 1],
      ["never", 0],
    ]),
  );
  const share = drawn.filter((one) => one === "often").length / drawn.length;
  expect(share).toBeGreaterThan(0.87);
  expect(share).toBeLessThan(0.93);
  expect(drawn).not.toContain("never");
});
