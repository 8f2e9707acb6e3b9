import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { expect } from "vitest";
import { overhangOf } from "#tests/e2e/overhang.ts";

/** Colours of one that fades away while axe looks would be read wrongly, so toasts are a place of their own. */
export const toasts = "[data-sonner-toaster]";

/** The Axe that its package brings along, without the comments and spaces of what it would send, which are more than half. */
const axePackage = createRequire(import.meta.url).resolve("@axe-core/playwright");
const axeSource = readFileSync(createRequire(axePackage).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong on the page. It is sent once to each page, describes only what is wrong, and looks for it where the page is instead of in a
 * second one: the findings are the same.
 *
 * @param choose where it looks, and for what
 */
export async function violationsOn(page: Page, choose = (axe: AxeBuilder) => axe) {
  if (page.frames().length > 1) throw new Error("Axe is sent to the page alone, and this one has frames.");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const axe = new AxeBuilder({ page, axeSource: "'It is there.'" });
  const { violations } = await choose(axe.options({ resultTypes: ["violations"] }).setLegacyMode()).analyze();
  return violations;
}

/** Axe finds nothing at all on the page, or in one place of it, by light or in the dark, and nothing sticks out at the side. */
export async function expectAccessible(page: Page, where: string, place?: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.evaluate(dress, theme);
    await settled(page);
    const violations = await violationsOn(page, (axe) => {
      // In the dark nothing but the colours is other than by light.
      if (theme === "dark") axe.withRules(["color-contrast"]);
      return place ? axe.include(place) : axe.exclude(toasts);
    });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
    expect(found, `${where}, ${theme}`).toEqual([]);
  }
  await page.evaluate(dress, "light" as const);
  expect(await overhangOf(page), `${where}, what sticks out`).toBe(0);
}

/** Colours are read wrongly while something fades in; and where a navigation ends, the title comes after the page. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title !== "");
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== "running" || effect?.getTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  );
}

/** Runs in the page: changes the theme as the switch does, which can't be reached while a dialog is open. */
function dress(theme: "light" | "dark"): void {
  document.documentElement.classList.toggle("dark", theme === "dark");
  document.documentElement.style.colorScheme = theme;
}
