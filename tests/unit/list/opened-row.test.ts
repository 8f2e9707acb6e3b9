import { createElement, type MouseEvent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepOpened, noteLeft, openedFrom, selectedOnReturn } from "#components/list/table/opened-row.ts";
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
  vi.stubGlobal("window", new EventTarget());
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

const goBack = () => window.dispatchEvent(new Event("popstate"));

describe("what was selected", () => {
  test("is there again for whoever goes back, not for whoever comes anew", () => {
    press();
    expect(openedFrom(scope)?.id).toBe("a");
    expect(selectedOnReturn(scope)).toBe(undefined);
    goBack();
    expect(selectedOnReturn({ list: "leads", page: "2" })).toBe(undefined);
    expect(selectedOnReturn(scope)).toBe(kept);
  });

  test("is not there for whoever went back only before the list was left", () => {
    press();
    goBack();
    noteLeft();
    expect(selectedOnReturn(scope)).toBe(undefined);
    goBack();
    expect(selectedOnReturn(scope)).toBe(kept);
  });

  test("is not kept for a row that is looked at in another tab", () => {
    for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey"]) press({ [key]: true });
    press({ button: 1 });
    goBack();
    expect(openedFrom(scope)).toBe(null);
  });

  test("does not come back once it was changed or let go", () => {
    const { toggle, letGo } = answerOf(useSelection<string, string>, ["a", "b"], (id) => id, scope);
    for (const change of [() => toggle("b", false), () => letGo()]) {
      press();
      change();
      goBack();
      expect(selectedOnReturn(scope)).toBe(undefined);
    }
  });
});
