import { errors, type Page } from "playwright";

/** By how many pixels the page is wider than its window. */
export async function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** The same once the page has drawn what it draws otherwise in a window that was made narrower, which comes a moment later. */
export async function lastingOverhangOf(page: Page): Promise<number> {
  await page
    .waitForFunction(
      () => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth <= clientWidth;
      },
      undefined,
      { timeout: 2_000 },
    )
    .catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error;
    });
  return overhangOf(page);
}
