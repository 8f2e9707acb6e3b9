import { deliveriesOf } from "#scripts/simulator/deliveries.ts";
import { type Delivery, uuidOf } from "#scripts/simulator/delivery.ts";
import { type Market, markets } from "#scripts/simulator/markets.ts";
import type { Step } from "#scripts/simulator/order-life.ts";
import { createRandom, type Random } from "#scripts/simulator/random.ts";
import type { PlayedStore } from "#scripts/simulator/stores.ts";
import { createStoryteller, type Story } from "#scripts/simulator/storyteller.ts";

/** A day of an order's life passes in four seconds. */
const pace = 4 / 86_400;

export interface PlanOptions {
  stores: readonly PlayedStore[];
  seed: string;
  orders: number;
  /** New orders a second. */
  rate: number;
  /** So many orders come at once at the start. */
  burst: number;
  startAt: Date;
  duplicates: boolean;
  stale: boolean;
  outOfOrder: boolean;
}

/** Something that a store sends at a moment; the deliveries go out one after another. */
export interface Planned {
  dueAt: number;
  store: PlayedStore;
  orderNumber: string;
  note: "" | "again" | "stale" | "out of order";
  deliveries: () => Delivery[];
}

/** All traffic of a run, in the order of its time; the same options plan the same bytes. */
export function planTraffic(options: PlanOptions): Planned[] {
  const tell = createStoryteller(options.seed, pace);
  const random = createRandom(`mischief ${options.seed}`);
  const stores = options.stores.map((store) => ({
    played: store,
    told: {
      type: store.type,
      domain: store.domain,
      market: marketOf(store),
      ...numberingOf(store),
    },
  }));
  const planned: Planned[] = [];
  for (let index = 0; index < options.orders; index++) {
    const wait = (Math.max(0, index - options.burst + 1) / options.rate) * 1000;
    const { played, told } = random.pick(stores);
    const story = tell(told, new Date(options.startAt.getTime() + wait));
    planned.push(...planStory(played, story, options.startAt.getTime() + wait, options, random));
  }
  return planned.toSorted((a, b) => a.dueAt - b.dueAt);
}

function planStory(
  store: PlayedStore,
  story: Story,
  placedAt: number,
  options: PlanOptions,
  random: Random,
): Planned[] {
  const { steps } = story;
  const isSwapped = options.outOfOrder && random.chance(0.25);
  return steps.flatMap((step, index) => {
    const second = steps[1]?.state.updatedAt.getTime();
    const isLate = isSwapped && index === 0 && second !== undefined;
    const planned: Planned = {
      dueAt: isLate ? second + 1500 : index === 0 ? placedAt : step.state.updatedAt.getTime(),
      store,
      orderNumber: step.state.number,
      note: isLate ? "out of order" : "",
      deliveries: () => deliveriesOf(story.store, step),
    };
    const before = steps[index - 1];
    return [
      planned,
      ...(options.duplicates && random.chance(0.25) ? [{ ...planned, note: "again" as const }] : []),
      ...(options.stale && before && random.chance(0.25) ? [staleCopy(planned, story, before)] : []),
    ];
  });
}

/** What was true before comes once more as an update of its own, a little later. */
function staleCopy(planned: Planned, story: Story, before: Step): Planned {
  return {
    ...planned,
    dueAt: planned.dueAt + 700,
    note: "stale",
    deliveries: () =>
      deliveriesOf(story.store, { ...before, moment: "edited" }).map((delivery) => ({
        ...delivery,
        id: uuidOf(`stale ${planned.dueAt} ${before.state.id}`),
      })),
  };
}

/** A store counts on from its last order. */
function numberingOf({ lastOrderNumber }: PlayedStore): { numberPrefix: string; firstSequence: number } {
  const [, prefix = "#", last = "1000"] = /^(\D*)(\d{1,9})$/.exec(lastOrderNumber ?? "") ?? [];
  return { numberPrefix: prefix, firstSequence: Number(last) + 1 };
}

/** A store keeps the currency it sells in; a new one sells where its name or its workspace says. */
function marketOf({ domain, lastCurrency, workspaceCurrency }: PlayedStore): Market {
  const all = Object.values(markets);
  return (
    all.find(({ currency }) => currency === lastCurrency) ??
    all.find(({ country }) => new RegExp(`[.-]${country}([.-]|$)`, "i").test(domain)) ??
    all.find(({ currency }) => currency === workspaceCurrency) ??
    createRandom(`market of ${domain}`).pick(all)
  );
}
