import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import { laptop, phone, type VisitOptions } from "#tests/e2e/visit.ts";

/** Longer than a toast stays. */
const timeout = 8_000;

/** How somebody works the list of leads: at a keyboard, or with a thumb. */
export interface Hands {
  screen: string;
  window: VisitOptions;
  /** Presses a button or follows a link. */
  press: (target: Locator) => Promise<void>;
  confirm: (page: Page, buyer: string) => Promise<void>;
  markNoAnswer: (page: Page, buyer: string) => Promise<void>;
  /** Asks for the dialog that says when to call back. */
  askCallBack: (page: Page, buyer: string) => Promise<void>;
  refuse: (page: Page, buyer: string) => Promise<void>;
  /** Notes that a parcel came back. */
  takeBack: (page: Page, buyer: string) => Promise<void>;
  startCalling: (page: Page) => Promise<void>;
  /** Says what came of the call. */
  record: (page: Page, outcome: "Confirmed") => Promise<void>;
  /** Asks for the form that corrects the buyer on the line. */
  correct: (page: Page) => Promise<void>;
  /** Selects all of a short list. */
  select: (page: Page, list: string, names: string[]) => Promise<void>;
  ship: (page: Page) => Promise<void>;
  /** Goes to a queue. */
  openQueue: (page: Page, name: string) => Promise<void>;
  /** Lets only some through of what a filter is about. */
  filterBy: (page: Page, filter: string, option: string) => Promise<void>;
  /** Asks for the dialog that names a view. */
  askSaveView: (page: Page) => Promise<void>;
  openPaste: (page: Page) => Promise<void>;
  /** Brings up where the saved views are. */
  openMenu: (page: Page) => Promise<void>;
}

export const keyboard: Hands = {
  screen: "a laptop",
  window: { viewport: laptop },
  press: (target) => target.click(),
  confirm: (page, buyer) => pressOn(page, buyer, "y"),
  markNoAnswer: (page, buyer) => pressOn(page, buyer, "n"),
  askCallBack: (page, buyer) => pressOn(page, buyer, "b"),
  refuse: (page, buyer) => pressOn(page, buyer, "w"),
  takeBack: (page, buyer) => pressOn(page, buyer, "v"),
  startCalling: (page) => page.keyboard.press("c"),
  record: (page) => page.keyboard.press("1"),
  correct: (page) => page.keyboard.press("e"),
  select: async (page, _list, names) => {
    const isAtEnd = await isInFocus(page, names.at(-1) ?? "");
    const inOrder = isAtEnd ? names.toReversed() : names;
    for (const name of inOrder) await pressOn(page, name, "x", isAtEnd ? "k" : "j");
  },
  ship: (page) => page.keyboard.press("s"),
  openQueue: (page, name) =>
    page.getByRole("navigation", { name: "Work queues" }).getByRole("link", { name }).click(),
  filterBy: async (page, filter, option) => {
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: filter, exact: true }).click();
    await page.getByRole("checkbox", { name: option }).click();
  },
  askSaveView: (page) => page.getByRole("button", { name: "Save view" }).click(),
  openPaste: async (page) => {
    await page.getByRole("link", { name: "Paste a list" }).click();
    await page.waitForURL("/leads/paste");
  },
  openMenu: async () => undefined,
};

export const thumb: Hands = {
  screen: "a phone",
  window: { viewport: phone, hasTouch: true },
  press: tap,
  confirm: (page, buyer) => tap(cardOf(page, buyer).getByRole("button", { name: "Confirm" })),
  markNoAnswer: (page, buyer) => tap(cardOf(page, buyer).getByRole("button", { name: "No answer" })),
  askCallBack: (page, buyer) => choose(page, buyer, "Call back"),
  refuse: (page, buyer) => choose(page, buyer, "Refused"),
  takeBack: (page, buyer) => tap(cardOf(page, buyer).getByRole("button", { name: "Returned" })),
  startCalling: (page) => tap(page.getByRole("link", { name: "Start calling" })),
  record: (page, outcome) => tap(page.getByRole("button", { name: outcome }).filter({ visible: true })),
  correct: (page) => tap(page.getByRole("button", { name: "Edit" })),
  select: async (page, list, names) => {
    await tap(page.getByRole("button", { name: "Order and more" }));
    await tap(page.getByRole("button", { name: "Select", exact: true }));
    for (const name of names) await tap(cardOf(page, name, list).getByRole("checkbox"));
  },
  ship: (page) => tap(page.getByRole("toolbar").getByRole("button", { name: "Shipped" })),
  openQueue: async (page, name) => {
    await tap(page.getByRole("main").locator("button[popovertarget]").first());
    await tap(page.getByRole("dialog", { name: "Work queues" }).getByRole("link", { name }));
  },
  filterBy: async (page, filter, option) => {
    await tap(page.getByRole("button", { name: "Filter", exact: true }));
    const sheet = page.getByRole("dialog", { name: "Filter" });
    await tap(sheet.locator("summary").filter({ hasText: filter }).first());
    await tap(sheet.getByRole("checkbox", { name: option }));
  },
  askSaveView: async (page) => {
    await tap(page.getByRole("button", { name: "Order and more" }));
    await tap(page.getByRole("button", { name: "Save view" }));
  },
  openPaste: async (page) => {
    await tap(page.getByRole("button", { name: "Search or jump to" }).filter({ visible: true }));
    await page.getByRole("combobox", { name: "Search or jump to" }).fill("paste");
    await tap(page.getByRole("option", { name: "Paste a list" }));
    await page.waitForURL("/leads/paste");
  },
  openMenu: (page) => tap(page.getByRole("button", { name: "Open menu" })),
};

/** Chooses where a lead goes in the menu of its status. */
async function choose(page: Page, buyer: string, next: string): Promise<void> {
  await tap(cardOf(page, buyer).getByTitle("Change the status"));
  await tap(page.getByRole("menuitem", { name: next }).first());
}

/** Presses a key on the row of a buyer, which must be the one in focus or the next one. */
async function pressOn(page: Page, buyer: string, key: string, step: "j" | "k" = "j"): Promise<void> {
  if (!(await isInFocus(page, buyer))) await page.keyboard.press(step);
  await expect.poll(() => isInFocus(page, buyer), { message: `${buyer} has the focus`, timeout }).toBe(true);
  await page.keyboard.press(key);
}

function isInFocus(page: Page, buyer: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.textContent === wanted, buyer);
}

function cardOf(page: Page, name: string, list = "Leads"): Locator {
  return page.getByRole("list", { name: list }).getByRole("listitem").filter({ hasText: name });
}

/** Taps on what a thumb can't miss: at least 44 px high and wide. */
async function tap(target: Locator): Promise<void> {
  // As a thumb would, out from under what sticks to the edges of the screen, and again when the page has moved under it.
  const scrolled = async () => {
    await target.evaluate((element) => element.scrollIntoView({ block: "center" }));
    return target.evaluate(isLargeEnough);
  };
  await expect.poll(scrolled, { message: `${target} is in reach of a thumb`, timeout }).toBe(true);
  await target.tap();
}

/** Runs in the page: goes from the middle to all sides as far as the element, or its label, is what a finger meets. */
function isLargeEnough(element: Element): boolean {
  const hasLabels = element instanceof HTMLButtonElement || element instanceof HTMLInputElement;
  const parts = [element, ...((hasLabels && element.labels) || [])];
  const { x, y, width, height } = element.getBoundingClientRect();
  const reach = (across: number, down: number) => {
    let steps = 0;
    while (steps < 44 && meets(across * (steps + 1), down * (steps + 1))) steps += 1;
    return steps;
  };
  const meets = (across: number, down: number) => {
    const hit = document.elementFromPoint(x + width / 2 + across, y + height / 2 + down);
    return hit !== null && parts.some((part) => part.contains(hit));
  };
  return reach(-1, 0) + reach(1, 0) >= 43 && reach(0, -1) + reach(0, 1) >= 43;
}
