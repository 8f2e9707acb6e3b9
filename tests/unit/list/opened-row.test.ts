import { createElement, type MouseEvent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepOpened, openedFrom } from "#components/list/table/opened-row.ts";
import { useOpenedRow } from "#components/list/table/use-opened-row.ts";
import { useSelection } from "#components/list/table/use-selection.ts";

const scope = { list: "leads", page: "1" };
const kept = { scope, ids: ["a", "b"], rows: { a: "a" } };

/** As much of an element as is asked of the link of row "a". */
class LinkOfRow {
  dataset = { rowId: "a" };
  closest = () => this;
}

beforeEach(() => {
  vi.stubGlobal("Element", LinkOfRow);
});

afterEach(() => {
  keepOpened(null);
  vi.unstubAllGlobals();
});

/** What a hook answers on a page. */
function answerOf<Args extends unknown[], Answer>(hook: (...args: Args) => Answer, ...args: Args): Answer {
  let answer: { is: Answer } | undefined;
  renderToStaticMarkup(
    createElement(() => {
      answer = { is: hook(...args) };
      return null;
    }),
  );
  if (!answer) throw new Error("Nothing was drawn.");
  return answer.is;
}

function press(changes: Partial<MouseEvent> = {}): void {
  const noteOpened = answerOf(useOpenedRow, { current: null }, kept);
  const plain = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
  noteOpened({ ...plain, target: new LinkOfRow() as unknown as EventTarget, ...changes } as MouseEvent);
}

describe("what was selected", () => {
  test("is kept with the row that is opened, for its page of the list", () => {
    press();
    expect(openedFrom({ list: "leads", page: "2" })).toBe(null);
    expect(openedFrom(scope)).toEqual({ scope, id: "a", kept });
  });

  test("is not kept for a row that is looked at in another tab", () => {
    for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey"]) press({ [key]: true });
    press({ button: 1 });
    expect(openedFrom(scope)).toBe(null);
  });

  test("does not come back once it was changed or let go", () => {
    const { toggle, letGo } = answerOf(useSelection<string, string>, ["a", "b"], (id) => id, scope);
    for (const change of [() => toggle("b", false), () => letGo()]) {
      press();
      change();
      expect(openedFrom(scope)).toBe(null);
    }
  });
});
