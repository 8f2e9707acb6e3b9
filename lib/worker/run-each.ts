import { log } from "#lib/base/log.ts";

/**
 * Runs steps one after another; one that fails is logged and keeps none of the others from being run.
 *
 * @throws the first failure, once all have been run: whoever asked hears that not all was done
 */
export async function runEach(steps: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error({ err: error }, "a step of the work that was due failed");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
