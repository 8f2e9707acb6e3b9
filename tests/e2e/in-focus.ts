import type { Page } from "playwright";

/** A row has the focus: when a row leaves, the next one takes it. */
export function rowInFocus(page: Page) {
  return page.waitForFunction(() => document.activeElement?.closest("[data-row-id]") !== null);
}
