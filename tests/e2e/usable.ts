import type { Page } from "playwright";

interface UsableWindow extends Window {
  hasIdled?: boolean;
}

/**
 * Until React has taken over what the server sent, a click goes nowhere and typed text is lost; until its effects have
 * run, which the browser does before it idles, keys go nowhere.
 */
export async function whenUsable(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const usable: UsableWindow = window;
    const isTakenOver = [...document.querySelectorAll("a, button, input")].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps")),
    );
    if (isTakenOver && usable.hasIdled === undefined) {
      usable.hasIdled = false;
      // A window in the background hardly ever idles, hence the bound.
      const note = () => {
        usable.hasIdled = true;
      };
      requestIdleCallback(note, { timeout: 1000 });
    }
    return isTakenOver && usable.hasIdled;
  });
}
