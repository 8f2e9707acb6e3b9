import type { Page } from "playwright";

/** What tells that a page shows something else: the text of the elements that a selector finds, or an attribute of them. */
export interface Told {
  selector: string;
  attribute?: string;
}

interface WatchedWindow extends Window {
  painted?: Promise<number>;
}

/**
 * Milliseconds from a click or a key until what a person looks for is drawn in its place. Both are taken in the page, so that what lies
 * between it and this process does not count.
 */
export async function paintedAfter(
  page: Page,
  event: "click" | "keydown",
  told: Told,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(watch, { event, ...told });
  await act();
  return page.evaluate(() => (window as WatchedWindow).painted ?? 0);
}

/** Runs in the page. */
function watch({ event, selector, attribute }: Told & { event: "click" | "keydown" }): void {
  const read = () =>
    [...document.querySelectorAll(selector)]
      .map((element) => (attribute ? element.getAttribute(attribute) : element.textContent))
      .join();
  const before = read();
  (window as WatchedWindow).painted = new Promise((resolve) => {
    const begin = ({ timeStamp }: Event) => {
      const look = () => {
        const now = read();
        // Neither a skeleton nor what was there before.
        if (now === "" || now === before) requestAnimationFrame(look);
        // Frames are asked for before they are drawn.
        else setTimeout(() => resolve(performance.now() - timeStamp));
      };
      requestAnimationFrame(look);
    };
    addEventListener(event, begin, { capture: true, once: true });
  });
}
