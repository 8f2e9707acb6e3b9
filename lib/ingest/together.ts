import { setImmediate as nextTurn } from "node:timers/promises";

/** How what comes at the same time is done together. */
export interface DoneTogether<Item, Result> {
  atMost: number;
  /** Whether an item may join those that are to be done together; one that may not comes with the next. */
  mayJoin?: (item: Item, joined: readonly Item[]) => boolean;
  /** Does several at once, all of them or nothing; a result for each, in their order. */
  together: (items: readonly Item[]) => Promise<Result[]>;
  /** Does one by itself, when they could not be done together; without it each is then done as the only one, and one that was it has failed. */
  alone?: (item: Item) => Promise<Result>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Does together what comes within one turn of the event loop, or while something of its kind is being done: it shares a round trip and a
 * commit. When they fail together each is done alone, so that a bad one fails by itself.
 */
export class Together<Item, Result> {
  readonly #how: DoneTogether<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #isBusy = false;

  constructor(how: DoneTogether<Item, Result>) {
    this.#how = how;
  }

  /** @throws what doing it alone throws */
  do(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#isBusy) void this.#doWaiting();
    });
  }

  async #doWaiting(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      // Those that were done together come back together, one after the other.
      await nextTurn();
      await this.#doSome(this.#takeSome());
    }
    this.#isBusy = false;
  }

  #takeSome(): Waiting<Item, Result>[] {
    const { atMost, mayJoin = () => true } = this.#how;
    const taken: Waiting<Item, Result>[] = [];
    const items: Item[] = [];
    this.#waiting = this.#waiting.filter((waiting) => {
      if (items.length === atMost || !mayJoin(waiting.item, items)) return true;
      taken.push(waiting);
      items.push(waiting.item);
      return false;
    });
    return taken;
  }

  /** Never throws: whoever waits is told. */
  async #doSome(some: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#how.together(some.map(({ item }) => item));
      for (const [index, { resolve }] of some.entries()) resolve(results[index] as Result);
    } catch (error) {
      // Nobody waits for these: each says itself what is wrong with it.
      for (const { item, resolve, reject } of some)
        this.#doAlone(item, some.length, error).then(resolve, reject);
    }
  }

  async #doAlone(item: Item, together: number, error: unknown): Promise<Result> {
    if (this.#how.alone) return this.#how.alone(item);
    if (together === 1) throw error;
    const [result] = await this.#how.together([item]);
    return result as Result;
  }
}
