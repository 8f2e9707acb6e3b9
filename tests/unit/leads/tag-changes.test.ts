import { describe, expect, test } from "vitest";
import {
  changesOf,
  type ListedTag,
  stateOf,
  type TagPlan,
  toggle,
} from "#components/leads/list/tag-changes.ts";

const gift: ListedTag = { id: "1", name: "Gift", color: "violet" };
const vip: ListedTag = { id: "2", name: "VIP", color: "green" };
const fresh: ListedTag = { name: "Fresh", color: "red" };

/** Both have Gift, one has VIP. */
const leads = [
  { id: "a", tags: [{ name: "Gift" }, { name: "VIP" }] },
  { id: "b", tags: [{ name: "Gift" }] },
];

const nothing: TagPlan = new Map();

/** What a tag shows, at first and after each press. */
function presses(name: string, count: number) {
  const states = [stateOf(leads, nothing, name)];
  let plan = nothing;
  for (let press = 0; press < count; press++) {
    plan = toggle(leads, plan, name);
    states.push(stateOf(leads, plan, name));
  }
  return states;
}

describe("a press", () => {
  test("takes a tag that all have off, and back", () => {
    expect(presses("Gift", 2)).toEqual([true, false, true]);
  });

  test("gives a tag that some have to all, then to none, and back", () => {
    expect(presses("VIP", 3)).toEqual(["indeterminate", true, false, "indeterminate"]);
  });

  test("gives a tag that none has to all, and back", () => {
    expect(presses("Fresh", 2)).toEqual([false, true, false]);
  });
});

test("the server is asked only for what was chosen", () => {
  const plan = toggle(leads, toggle(leads, toggle(leads, nothing, "Gift"), "Fresh"), "VIP");
  expect(changesOf(leads, plan, [fresh, gift, vip])).toEqual([
    { act: "add", ids: ["a", "b"], tag: { name: "Fresh", color: "red" } },
    { act: "remove", ids: ["a", "b"], tag: { id: "1" } },
    { act: "add", ids: ["a", "b"], tag: { id: "2" } },
  ]);
  expect(changesOf(leads, nothing, [fresh, gift, vip])).toEqual([]);
});
