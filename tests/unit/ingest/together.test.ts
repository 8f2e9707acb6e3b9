import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { type DoneTogether, Together } from "#lib/ingest/together.ts";

/** Notes what is done, and how. */
function watched(changes: Partial<DoneTogether<string, string>> = {}) {
  const done: string[][] = [];
  const together = new Together<string, string>({
    atMost: 3,
    together: async (items) => {
      done.push([...items]);
      await sleep(5);
      return items.map((item) => item.toUpperCase());
    },
    alone: async (item) => `${item} alone`,
    ...changes,
  });
  return { done, doAll: (items: string[]) => Promise.all(items.map((item) => together.do(item))) };
}

test("what comes at once is done together, as many as may be", async () => {
  const { done, doAll } = watched();
  expect(await doAll(["a", "b", "c", "d", "e"])).toEqual(["A", "B", "C", "D", "E"]);
  expect(done).toEqual([
    ["a", "b", "c"],
    ["d", "e"],
  ]);
});

test("what comes while others are being done goes with the next", async () => {
  const { done, doAll } = watched();
  const first = doAll(["a"]);
  await sleep(2);
  await Promise.all([first, doAll(["b"]), doAll(["c"])]);
  expect(done).toEqual([["a"], ["b", "c"]]);
});

test("one that may not join comes with the next, and keeps its place before those that come later", async () => {
  const { done, doAll } = watched({
    mayJoin: (item, joined) => !joined.some((other) => other[0] === item[0]),
  });
  await doAll(["b1", "b2", "c1", "b3", "c2"]);
  expect(done).toEqual([["b1", "c1"], ["b2", "c2"], ["b3"]]);
});

test("those that fail together are done alone, and only the bad one fails", async () => {
  const { doAll } = watched({
    together: () => Promise.reject(new Error("one of them is bad")),
    alone: (item) => (item === "bad" ? Promise.reject(new Error("bad")) : Promise.resolve(`${item} alone`)),
  });
  const good = doAll(["a", "b"]);
  await expect(doAll(["bad"])).rejects.toThrow("bad");
  expect(await good).toEqual(["a alone", "b alone"]);
  expect(await doAll(["c"])).toEqual(["c alone"]);
});

test("without another way each is then done as the only one, and one that was it is not tried again", async () => {
  const tried: string[][] = [];
  const together = new Together<string, string>({
    atMost: 3,
    together: async (items) => {
      tried.push([...items]);
      if (items.includes("bad")) throw new Error("bad");
      return items.map((item) => item.toUpperCase());
    },
  });
  const good = together.do("a");
  await expect(together.do("bad")).rejects.toThrow("bad");
  expect(await good).toBe("A");
  await expect(together.do("bad")).rejects.toThrow("bad");
  expect(tried).toEqual([["a", "bad"], ["a"], ["bad"], ["bad"]]);
});
