import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright";
import { expectAccessible, toasts } from "#tests/e2e/accessible.ts";
import type { Hands } from "#tests/e2e/day/hands.ts";
import { busy, careless, confirmed, later, tomorrow, unreachable } from "#tests/e2e/day/shop.ts";

/** Of the list, one says yes, one doesn't answer, one wants to be called tomorrow evening. */
export async function workQueue(page: Page, hands: Hands): Promise<void> {
  const [first = ""] = confirmed;
  await hands.confirm(page, first);
  await leaves(page, first);
  await hands.markNoAnswer(page, unreachable);
  await page.getByText("Now: No answer").waitFor();
  await expectAccessible(page, "what a toast says", toasts);
  await leaves(page, unreachable);

  await hands.askCallBack(page, busy);
  const dialog = page.getByRole("dialog", { name: "When to call back?" });
  await dialog.waitFor();
  await expectAccessible(page, "when to call back");
  await dialog.getByLabel("Day").fill(tomorrow());
  await dialog.getByLabel("Time").fill("17:30");
  await hands.press(dialog.getByRole("button", { name: "Call back then" }));
  await dialog.waitFor({ state: "detached" });
  await leaves(page, busy);
}

/** The others are called one after the other; the last of them says an address that can be found. One is left for another day. */
export async function callTheRest(page: Page, hands: Hands): Promise<void> {
  const [, second = "", third = ""] = confirmed;
  await hands.startCalling(page);
  await onTheLine(page, second);
  await agrees(page, hands, third);
  await agrees(page, hands, careless);
  await page.getByText("No house number").waitFor();
  await hands.correct(page);
  const form = page.getByRole("dialog", { name: "Correct the contact" });
  await form.getByLabel("Street and number").fill("Strada Lunga 7");
  await expectAccessible(page, "correcting an address over the desk");
  await hands.press(form.getByRole("button", { name: "Save" }));
  await form.waitFor({ state: "detached" });
  await page.getByText("No house number").waitFor({ state: "detached" });
  await page.getByText("Strada Lunga 7").first().waitFor();
  await agrees(page, hands, later);
  await hands.press(page.getByRole("link", { name: "Stop" }));
  await page.waitForURL("/leads?view=to_call");
  await page.getByRole("link", { name: later }).filter({ visible: true }).waitFor();
}

/** Waits until a buyer has been shown so long that an outcome counts: before, it is taken for a double press. */
async function onTheLine(page: Page, buyer: string): Promise<void> {
  await page.getByRole("heading", { name: buyer, level: 1 }).waitFor();
  await setTimeout(450);
}

/** The buyer on the line says yes, and the next one is called. */
async function agrees(page: Page, hands: Hands, next: string): Promise<void> {
  await hands.record(page, "Confirmed");
  await onTheLine(page, next);
}

/** A lead that is dealt with leaves the queue. */
async function leaves(page: Page, buyer: string): Promise<void> {
  await page.getByRole("link", { name: buyer }).filter({ visible: true }).waitFor({ state: "detached" });
}
