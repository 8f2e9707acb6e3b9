import type { Pool } from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { startPolling } from "#lib/telegram/updates/polling.ts";

const telegram = vi.hoisted(() => ({
  /** What is asked of Telegram, one answer or error for each question; afterwards nothing happens. */
  answers: [] as (unknown[] | Error)[],
  offsets: [] as number[],
  handled: [] as number[],
  /** What becomes of an update at its next tries; afterwards it is handled. */
  fates: new Map<number, ("busy" | "failed")[]>(),
}));

vi.mock("node:timers/promises", () => ({
  setTimeout: () => new Promise((resolve) => setImmediate(resolve)),
}));
vi.mock("#lib/telegram/bot.ts", () => ({
  isTelegramOn: () => true,
  isReachable: () => false,
  telegram: () => ({
    getUpdates: async ({ offset }: { offset: number }) => {
      telegram.offsets.push(offset);
      const answer = telegram.answers.shift() ?? [];
      await new Promise((resolve) => setImmediate(resolve));
      if (answer instanceof Error) throw answer;
      return answer;
    },
  }),
}));
vi.mock("#lib/telegram/updates/handle.ts", () => ({
  handleUpdate: async ({ update_id }: { update_id: number }) => {
    const fate = telegram.fates.get(update_id)?.shift();
    if (fate === "failed") throw new Error("It could not be handled.");
    if (fate) return fate;
    telegram.handled.push(update_id);
    return "handled";
  },
}));

const pool = {
  connect: async () => ({
    query: async () => ({ rows: [{ held: true }] }),
    on: () => undefined,
    release: () => undefined,
  }),
} as unknown as Pool;

beforeEach(() => {
  telegram.answers = [];
  telegram.offsets = [];
  telegram.handled = [];
  telegram.fates = new Map();
});

async function pollUntil(isOver: () => boolean): Promise<void> {
  const polling = startPolling(pool);
  await expect.poll(isOver).toBe(true);
  await polling.stop();
}

const [first, second] = [{ update_id: 11 }, { update_id: 12 }];

test("an update that a dead worker holds is waited for, however long, and no other goes before it", async () => {
  telegram.fates.set(
    11,
    Array.from({ length: 20 }, () => "busy" as const),
  );
  telegram.answers = [[first, second]];
  await pollUntil(() => telegram.offsets.includes(13));
  expect(telegram.handled).toEqual([11, 12]);
});

test("failures to ask are no tries of the update that comes next", async () => {
  telegram.fates.set(11, ["failed"]);
  telegram.answers = [new Error("away"), new Error("away"), new Error("away"), [first], [first]];
  await pollUntil(() => telegram.offsets.includes(12));
  expect(telegram.handled).toEqual([11]);
});

test("an update that fails each time is left after three tries", async () => {
  telegram.fates.set(11, ["failed", "failed", "failed", "failed"]);
  telegram.answers = [[first], [first], [first, second]];
  await pollUntil(() => telegram.offsets.includes(13));
  expect(telegram.handled).toEqual([12]);
});
