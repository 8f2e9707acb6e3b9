import sparticuz from "@sparticuz/chromium";
import { type BrowserServer, chromium, type LaunchOptions } from "playwright-core";

/** Nothing that the browser does by itself may leave this machine. */
const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

interface Candidate {
  name: string;
  options: () => Promise<LaunchOptions>;
}

/** Where a Chromium may be found, the surest first. Only the first comes with `npm install`, and only for Linux. */
const candidates: Candidate[] = [
  ...(process.platform === "linux" && process.arch === "x64"
    ? [
        {
          name: "the Chromium of @sparticuz/chromium",
          options: async () => ({ executablePath: await sparticuz.executablePath() }),
        },
      ]
    : []),
  { name: "Google Chrome", options: async () => ({ channel: "chrome" }) },
  { name: "Playwright's own Chromium", options: async () => ({}) },
  { name: "/usr/bin/chromium", options: async () => ({ executablePath: "/usr/bin/chromium" }) },
];

/**
 * Starts the first Chromium that works here, for all who connect to it.
 *
 * @throws Error that says which ones were tried, and why none of them started
 */
export async function launchBrowserServer(): Promise<BrowserServer> {
  const failures: string[] = [];
  for (const { name, options } of candidates) {
    try {
      // Without its own sandbox, which needs rights that root and containers lack; it only opens the app under test.
      return await chromium.launchServer({ args, chromiumSandbox: false, ...(await options()) });
    } catch (error) {
      failures.push(`- ${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `No Chromium could be started. Install Google Chrome, or run "npx playwright-core install chromium".\n${failures.join("\n")}`,
  );
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
