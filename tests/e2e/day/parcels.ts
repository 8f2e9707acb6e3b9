import type { Page } from "playwright";
import { expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import type { Hands } from "#tests/e2e/day/hands.ts";
import { recordOf } from "#tests/e2e/day/records.ts";
import { careless, confirmed, later, type Shop } from "#tests/e2e/day/shop.ts";
import { signIn } from "#tests/e2e/signing-in.ts";
import { whenUsable } from "#tests/e2e/usable.ts";

const [first = "", second = "", third = ""] = confirmed;
/** The newest first, as the list has them that waits to be shipped. */
const parcels = [careless, third, second, first];

/** All four parcels leave. Meanwhile somebody has signed the seller out, who signs in again, finds the same list and nothing changed. */
export async function shipSignedOut(page: Page, hands: Hands, { ana }: Shop): Promise<void> {
  await hands.openQueue(page, "To ship");
  await selectParcels(page, hands);
  await expectAccessible(page, "four selected");
  await page.context().clearCookies();
  await hands.ship(page);
  await page.getByText("You are signed out.").waitFor();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/login\?/);
  await signIn(page, ana);
  await page.waitForURL("/leads?view=to_ship");
  await whenUsable(page);
  expect(await recordOf(ana, first)).toMatchObject({ logistic: "pending" });

  await selectParcels(page, hands);
  await hands.ship(page);
  await page.getByText("4 leads are now: Shipped").waitFor();
  await page.getByText("Nothing waits here").waitFor();
}

async function selectParcels(page: Page, hands: Hands): Promise<void> {
  await isListed(page, careless);
  await hands.select(page, "Leads", parcels);
  await page.getByRole("toolbar").getByText("4 selected").waitFor();
}

/** The courier paid for two parcels. The list names one that never left and one that is of somebody else; it is taken back once. */
export async function settle(page: Page, hands: Hands, { ana }: Shop): Promise<void> {
  await hands.openPaste(page);
  const records = await Promise.all([first, second, later].map((buyer) => recordOf(ana, buyer)));
  const numbers = [...records.map(({ number }) => number), "#404"];
  const lines = numbers.map((number) => `AWB${number.slice(-5)};${number};120,00`);
  const paste = async () => {
    await page.getByLabel("Order or tracking numbers").fill(["AWB;Order;Sum", ...lines].join("\n"));
    await hands.press(page.getByRole("button", { name: "Find leads" }));
  };
  const collect = async () => {
    expect(await recordOf(ana, first)).toMatchObject({ cod: "confirmed" });
    await hands.press(page.getByRole("button", { name: "Collected · 2 leads" }));
    await page.getByText("2 leads changed").waitFor();
    await page.getByText("2 are there already").waitFor();
    expect(await recordOf(ana, first)).toMatchObject({ cod: "collected" });
  };
  await paste();
  await page.getByText("1 number was not found").waitFor();
  await page.getByText("1 can't go there from where it is").waitFor();
  await page.getByText("2 will be changed").waitFor();
  await expectAccessible(page, "a pasted list");
  await collect();
  await hands.press(page.getByRole("main").getByRole("button", { name: "Undo" }));
  await page.getByText("Taken back for 2 leads").waitFor();
  await page.getByText("2 will be changed").waitFor();
  // What was chosen for this list is nothing to the next.
  await hands.press(page.getByRole("button", { name: "Returned", exact: true }));
  await page.getByRole("button", { name: "Returned · 2 leads" }).waitFor();
  await paste();
  await collect();
}

/** One parcel comes back, and one is turned away at the door. */
export async function takeReturns(page: Page, hands: Hands): Promise<void> {
  await hands.press(
    page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Leads" }),
  );
  await page.waitForURL(/\/leads(\?|$)/);
  await hands.openQueue(page, "Shipped");
  await isListed(page, careless);
  await hands.refuse(page, careless);
  await page.getByText("Now: Refused").waitFor();
  await hands.takeBack(page, third);
  await page.getByText("Now: Returned").waitFor();
  await hands.openQueue(page, "Returned");
  for (const buyer of [careless, third]) await isListed(page, buyer);
}

async function isListed(page: Page, buyer: string): Promise<void> {
  await page.getByRole("link", { name: buyer }).filter({ visible: true }).waitFor();
}
