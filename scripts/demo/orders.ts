import { type DemoStore, demoStores } from "#scripts/demo/workspace.ts";
import { createRandom, type Random } from "#scripts/simulator/random.ts";
import { createStoryteller, type Story } from "#scripts/simulator/storyteller.ts";

const seed = "demo";
const days = 60;
const ordersInAll = 320;

/** So many orders are from the last twelve hours, so that there is somebody to call. */
const freshOrders = 26;

/** An order of the demo, with what has happened of its story so far. */
export interface DemoOrder extends Story {
  store: DemoStore;
  /** The steps still to come after the demo's present. */
  hasFuture: boolean;
}

/** The orders of the last two months, oldest first; the same for the same `now`. */
export function tellOrders(now: Date): DemoOrder[] {
  const random = createRandom(seed);
  const tell = createStoryteller(seed);
  const shares = demoStores.map((store) => [store, store.weight] as const);
  return placedTimes(random, now).map((at) => {
    const store = random.weighted(shares);
    const story = tell(store, at);
    const steps = story.steps.filter(({ state }) => state.updatedAt <= now);
    return { ...story, store, steps, hasFuture: steps.length < story.steps.length };
  });
}

/** The business grows; people order from eight to midnight, and most in the evening. */
function placedTimes(random: Random, now: Date): Date[] {
  const hours = Array.from({ length: 16 }, (_, index) => [index + 8, index < 9 ? 2 : 4] as const);
  const older = Array.from({ length: ordersInAll - freshOrders }, () => {
    const daysAgo = 1 + Math.floor((days - 1) * random.next() ** 1.4);
    const midnight = new Date(now.getTime() - daysAgo * 86_400_000).setUTCHours(0, 0, 0, 0);
    const hourInBucharest = random.weighted(hours);
    return new Date(midnight + (hourInBucharest - 2) * 3_600_000 + random.between(0, 3_599) * 1000);
  });
  const fresh = Array.from({ length: freshOrders }, (_, index) => {
    const minutesAgo = 4 + 6 * index + 0.9 * index ** 2;
    return new Date(now.getTime() - Math.round(minutesAgo * 60) * 1000);
  });
  return [...older, ...fresh].filter((at) => at < now).toSorted((a, b) => a.getTime() - b.getTime());
}
