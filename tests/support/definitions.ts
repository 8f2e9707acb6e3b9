import { setTimeout as sleep } from "node:timers/promises";
import { asOwner } from "#tests/support/database.ts";

/** Nobody had the table for so long, or it was a deadlock. */
const isInTheWay = (error: unknown) => ["55P03", "40P01"].includes((error as { code?: string }).code ?? "");

/**
 * Changes what a table is, as a migration would. Other tests write the same tables: whoever waited for theirs to end would keep all others
 * waiting behind, so it tries again and again instead.
 */
export async function changeDefinition(sql: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await asOwner(`begin; set local lock_timeout = 50; ${sql}; commit`);
      return;
    } catch (error) {
      if (!isInTheWay(error) || tries === 300) throw error;
      await sleep(100);
    }
  }
}
