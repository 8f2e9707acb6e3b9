import type { Browser, Page } from "playwright";
import { paintedAfter } from "#scripts/bench/day/painted.ts";
import { openLaptop } from "#scripts/bench/day/window.ts";
import type { Side } from "#scripts/bench/pages/side.ts";
import { ScriptError } from "#scripts/script-error.ts";
import { whenUsable } from "#tests/e2e/usable.ts";

/** Milliseconds from what a person does on a laptop to what they look for. */
export interface LaptopTimes {
  filter: number[];
  tab: number[];
  act: number[];
}

const rows = { selector: "tr[data-row-id] a[data-row-link]", attribute: "href" };
const tabs = ["No answer", "To ship", "Shipped", "Returned"];
const actsOfRound = 3;

/** Goes through the tabs, turns filters on and off, and notes calls without an answer. What it says of rows and names is so in every version of Astra since 2ec6b07. */
export async function workOnLaptop(browser: Browser, side: Side): Promise<LaptopTimes> {
  const page = await openLaptop(browser, side);
  try {
    return { tab: await changeTabs(page), filter: await changeFilters(page), act: await markNoAnswer(page) };
  } finally {
    await page.context().close();
  }
}

async function changeTabs(page: Page): Promise<number[]> {
  await go(page, "/leads?view=to_call");
  const times: number[] = [];
  for (const name of tabs) {
    const tab = page.getByRole("navigation", { name: "Work queues" }).getByRole("link", { name });
    times.push(await paintedAfter(page, "click", rows, () => tab.click()));
    await page.waitForLoadState("networkidle");
  }
  return times;
}

async function changeFilters(page: Page): Promise<number[]> {
  await go(page, "/leads?view=all&kpi=paid");
  await page.getByRole("button", { name: "Result Paid" }).click();
  const times: number[] = [];
  for (const name of ["Waiting", "Waiting", "Waiting", "Waiting"]) {
    const box = page.getByRole("dialog").getByRole("checkbox", { name });
    times.push(await paintedAfter(page, "click", rows, () => box.click()));
    await page.waitForLoadState("networkidle");
  }
  return times;
}

/** By its key, of leads that wait to be called. They wait on, so that no run takes what the next one needs. */
async function markNoAnswer(page: Page): Promise<number[]> {
  await go(page, "/leads?view=all&kpi=waiting");
  const pill = "[title^='Change the status']";
  const undecided = page
    .locator("tr[data-row-id]")
    .filter({ has: page.locator(pill, { hasText: /^(Pending|No answer)/ }) });
  const ids = await undecided.evaluateAll((found) => found.map((row) => (row as HTMLElement).dataset.rowId));
  if (ids.length < actsOfRound) throw new ScriptError("Too few leads wait to be called.");
  const times: number[] = [];
  for (const id of ids.slice(0, actsOfRound)) {
    const row = `tr[data-row-id="${id}"]`;
    await page.focus(`${row} a[data-row-link]`);
    const press = () => page.keyboard.press("n");
    times.push(await paintedAfter(page, "keydown", { selector: `${row} ${pill}` }, press));
    await page.waitForLoadState("networkidle");
  }
  return times;
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await whenUsable(page);
}
