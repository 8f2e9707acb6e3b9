import { setTimeout as sleep } from "node:timers/promises";
import { type HostileWorld, sendOrder } from "#scripts/bench/hostile/world.ts";

/** How long the pages of the one who works took, and the orders of the same store. Milliseconds. */
export interface Worked {
  pages: number[];
  orders: number[];
  /** Pages and orders that were not answered with 200. */
  failures: string[];
}

/** Opens page after page, and has the store send an order each second, for a while. */
export async function work(
  url: string,
  world: HostileWorld,
  seconds: number,
  firstOrder: number,
): Promise<Worked> {
  const worked: Worked = { pages: [], orders: [], failures: [] };
  const until = Date.now() + seconds * 1_000;
  await Promise.all([
    openPages(url, world, until, worked),
    sendOrders(url, world, until, worked, firstOrder),
  ]);
  return worked;
}

async function openPages(
  url: string,
  { pages, cookie }: HostileWorld,
  until: number,
  worked: Worked,
): Promise<void> {
  for (let turn = 0; Date.now() < until; turn++) {
    const path = pages[turn % pages.length] ?? "/";
    const startedAt = performance.now();
    const response = await fetch(`${url}${path}`, { headers: { cookie }, redirect: "manual" });
    await response.text();
    worked.pages.push(performance.now() - startedAt);
    if (response.status !== 200) worked.failures.push(`${path} ${response.status}`);
    // A person reads, too.
    await sleep(100);
  }
}

async function sendOrders(
  url: string,
  { usual }: HostileWorld,
  until: number,
  worked: Worked,
  first: number,
): Promise<void> {
  for (let order = first; Date.now() < until; order++) {
    const { status, milliseconds } = await sendOrder(url, usual, order);
    worked.orders.push(milliseconds);
    if (status !== 200) worked.failures.push(`order ${status}`);
    await sleep(1_000);
  }
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
