import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until `look` finds something truthy, and answers it.
 *
 * @throws Error that names what was waited for, after `seconds`
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  seconds = 15,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + seconds * 1_000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found) return found as Exclude<T, false | null | undefined>;
    await sleep(25);
  }
  throw new Error(`Waited ${seconds} s in vain for this: ${what}.`);
}
