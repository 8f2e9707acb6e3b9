import "server-only";
import { randomInt } from "node:crypto";
import { forSystem } from "#lib/base/db/access.ts";

/** How many of something may be under way at once for one key, over all processes. */
export interface SlotLimit {
  name: string;
  slots: number;
  /** After this long without a sign of life a slot is free again: its process may have died. */
  seconds: number;
}

/** A slot that is taken. */
export interface Slot {
  /** Gives a sign of life; to be called often, it writes seldom. */
  keep(): Promise<void>;
  free(): Promise<void>;
}

/**
 * Takes a slot: a row of the table of rate limits that nobody else holds. Its points say who does.
 *
 * @param key whom the limit counts: an account
 * @returns null when all slots are taken
 */
export async function takeSlot({ name, slots, seconds }: SlotLimit, key: string): Promise<Slot | null> {
  const holder = randomInt(1, 2 ** 31 - 1);
  for (let number = 1; number <= slots; number++) {
    const row = `${name}:${number}:${key}`;
    const taken = await forSystem(
      (tx) => tx.$executeRaw`
        insert into rate_limits (key, points, expire) values (${row}, ${holder}, astra.milliseconds_from_now(${seconds}))
        on conflict (key) do update set points = excluded.points, expire = excluded.expire
        where rate_limits.expire <= astra.milliseconds_from_now(0)`,
    );
    if (taken === 1) return slotOf(row, holder, seconds);
  }
  return null;
}

function slotOf(row: string, holder: number, seconds: number): Slot {
  let keptAt = Date.now();
  return {
    async keep() {
      if (Date.now() - keptAt < (seconds * 1_000) / 4) return;
      keptAt = Date.now();
      await forSystem(
        (tx) => tx.$executeRaw`
          update rate_limits set expire = astra.milliseconds_from_now(${seconds})
          where key = ${row} and points = ${holder}`,
      );
    },
    async free() {
      await forSystem(
        (tx) => tx.$executeRaw`delete from rate_limits where key = ${row} and points = ${holder}`,
      );
    },
  };
}
