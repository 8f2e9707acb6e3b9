import type { Page } from "playwright";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { sellByHand } from "#tests/e2e/day/by-hand.ts";
import { callTheRest, workQueue } from "#tests/e2e/day/calls.ts";
import { keepView, mergeTwins } from "#tests/e2e/day/evening.ts";
import type { Hands } from "#tests/e2e/day/hands.ts";
import { settle, shipSignedOut, takeReturns } from "#tests/e2e/day/parcels.ts";
import { expectRecords } from "#tests/e2e/day/records.ts";
import { openShop, type Shop } from "#tests/e2e/day/shop.ts";
import { signIn } from "#tests/e2e/signing-in.ts";
import { whenUsable } from "#tests/e2e/usable.ts";
import { test } from "#tests/e2e/visit.ts";

/** A seller's day from the first call to the money. Each screen has a file of its own, so that two workers walk through it. */
export function testDayWith(hands: Hands): void {
  test(`a seller's whole day on ${hands.screen}`, { timeout: 400_000 }, async ({ visit }) => {
    const shop = await openShop();
    const page = await visit("/login", hands.window);
    await beginDay(page, shop);
    await workQueue(page, hands);
    await callTheRest(page, hands);
    await shipSignedOut(page, hands, shop);
    await settle(page, hands, shop);
    await takeReturns(page, hands);
    await sellByHand(page, hands, shop);
    await keepView(page, hands, shop);
    const managers = await visit("/customers?q=Sava", { ...hands.window, as: shop.mara });
    await mergeTwins(managers, hands, shop);
    await expectRecords(shop);
  });
}

async function beginDay(page: Page, { ana }: Shop): Promise<void> {
  await expectAccessible(page, "signing in");
  await signIn(page, ana);
  await page.waitForURL("/leads?view=to_call");
  await whenUsable(page);
  await expectAccessible(page, "the leads to call");
}
