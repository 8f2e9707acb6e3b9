import type { Page } from "playwright";
import { extendTailwindMerge } from "tailwind-merge";

const withoutClashes = extendTailwindMerge({
  extend: { theme: { text: ["title", "subtitle", "hero"], shadow: ["float"], spacing: ["sidebar", "bar"] } },
});

/** The elements of a page that name two classes which set the same thing: which of them counts, the order in the style sheet would decide. */
export async function classClashes(page: Page): Promise<string[]> {
  const names = await page.evaluate(() =>
    [...document.querySelectorAll("[class]")].map((element) => element.getAttribute("class") ?? ""),
  );
  return [...new Set(names)]
    .map((classes) => classes.trim().split(/\s+/).join(" "))
    .filter((classes) => withoutClashes(classes) !== classes)
    .map((classes) => `two classes for the same thing: ${classes}`);
}
