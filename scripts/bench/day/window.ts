import type { Browser, BrowserContextOptions, Page } from "playwright";
import type { Side } from "#scripts/bench/pages/side.ts";

const laptop = { viewport: { width: 1440, height: 900 } };
const phone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  userAgent:
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36",
};

/** A window of a laptop, of whoever is signed in at this side. */
export function openLaptop(browser: Browser, side: Side): Promise<Page> {
  return openWindow(browser, side, laptop);
}

/** A window of a phone that has nothing of Astra yet: 1.6 Mbit/s, 150 ms to the server and back, a quarter of this machine's speed. */
export async function openPhone(browser: Browser, side: Side): Promise<Page> {
  const page = await openWindow(browser, side, phone);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return page;
}

async function openWindow(
  browser: Browser,
  { server, cookie }: Side,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-US", ...options });
  context.setDefaultTimeout(20_000);
  const cookies = cookie.split("; ").map((text) => {
    const [name = "", ...value] = text.split("=");
    return { name, value: value.join("="), url: server.url };
  });
  await context.addCookies(cookies);
  return context.newPage();
}
