import type { Browser } from "playwright";
import { openPhone } from "#scripts/bench/day/window.ts";
import type { Side } from "#scripts/bench/pages/side.ts";

/** Milliseconds from opening the queue until a thumb does something: until a call can be begun, and until a tap on "Confirm" has shown its effect. */
export interface PhoneTimes {
  call: number;
  confirm: number;
}

interface TappingWindow extends Window {
  did(what: keyof PhoneTimes, at: number): void;
}

const patience = 60_000;

/** Opens the leads to call on a phone and taps on the first one's "Confirm" as soon as it is there, again and again, as people do who wait. */
export async function workOnPhone(browser: Browser, side: Side): Promise<PhoneTimes> {
  const page = await openPhone(browser, side);
  try {
    const times: Partial<PhoneTimes> = {};
    const confirmed = Promise.withResolvers<void>();
    let openedAt = 0;
    await page.exposeFunction("did", (what: keyof PhoneTimes, at: number) => {
      times[what] ??= at - openedAt;
      if (what === "confirm") confirmed.resolve();
    });
    await page.addInitScript(tap);
    openedAt = Date.now();
    // It may be left for a new one by the tap itself, before all of it has come.
    void page.goto("/leads?view=to_call", { waitUntil: "commit" });
    const tooLate = setTimeout(() => confirmed.reject(new Error("No tap has an effect.")), patience);
    await confirmed.promise;
    clearTimeout(tooLate);
    return times as PhoneTimes;
  } finally {
    await page.context().close();
  }
}

/** Runs in each page before anything else. Which lead it is for outlives the page: a tap may send a form, whose answer is another page. */
function tap(): void {
  // Playwright has given the window what is exposed above.
  const tapping = window as unknown as TappingWindow;
  let isSent = false;
  addEventListener("submit", (event) => {
    isSent = !event.defaultPrevented;
  });
  const isSeen = (element: Element) =>
    element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const named = (card: Element, name: string) =>
    [...card.querySelectorAll("a, button")].find((act) => act.textContent?.trim() === name && isSeen(act)) as
      | HTMLElement
      | undefined;
  const leadOf = (card: Element) => card.querySelector("a[data-row-link]")?.getAttribute("href") ?? "";
  const every = setInterval(() => {
    const cards = [...document.querySelectorAll("li")].filter((item) => leadOf(item) && isSeen(item));
    if (cards[0] && named(cards[0], "Call")) tapping.did("call", Date.now());
    const first = cards.find((card) => named(card, "Confirm"));
    if (!first) return;
    const lead = sessionStorage.getItem("lead");
    if (!lead) sessionStorage.setItem("lead", leadOf(first));
    const mine = cards.find((card) => leadOf(card) === (lead ?? leadOf(first)));
    const button = mine && named(mine, "Confirm");
    if (!button) {
      clearInterval(every);
      tapping.did("confirm", Date.now());
    } else if (!isSent) {
      button.click();
    }
  }, 100);
}
