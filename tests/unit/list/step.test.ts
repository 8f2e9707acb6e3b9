import { afterEach, expect, test, vi } from "vitest";
import { addStep, hasStep } from "#components/list/table/step.ts";

afterEach(() => vi.unstubAllGlobals());

test("rows that are opened one after the other leave one step to take back, of which Next knows", () => {
  const history = {
    state: { __NA: true } as object,
    length: 1,
    pushState(state: object) {
      this.state = state;
      this.length += 1;
    },
  };
  vi.stubGlobal("window", { history, location: { href: "/leads?view=all" } });
  expect(hasStep()).toBe(false);
  addStep();
  addStep();
  expect(hasStep()).toBe(true);
  expect(history).toMatchObject({ length: 2, state: { __NA: true } });
});
