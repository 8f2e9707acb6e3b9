import type { Page } from "playwright";

/** Holds back what the server answers to the pages that are asked for, until it is let go. */
export async function holdAnswers(page: Page): Promise<() => Promise<void>> {
  const isAnswer = (url: URL) => url.searchParams.has("_rsc");
  const { promise: letGo, resolve } = Promise.withResolvers<void>();
  const answered: Promise<void>[] = [];
  await page.route(isAnswer, (route) => {
    // Nobody waits any more for what was given up.
    const answer = letGo.then(() => (route.request().failure() === null ? route.continue() : undefined));
    answered.push(answer);
    return answer;
  });
  return async () => {
    resolve();
    // Playwright itself lets go of what is still held when nobody holds it any more.
    await Promise.all(answered);
    await page.unroute(isAnswer);
  };
}
