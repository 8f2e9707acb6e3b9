import { setTimeout as sleep } from "node:timers/promises";
import { Budget } from "#lib/ingest/budget.ts";

/** What a body may have before it counts as large. Bytes. */
const smallBody = 256 * 1024;

const mostAtOnce = 16;
/** Of one sender, so that nobody takes all places. */
const mostOfOne = 2;
/**
 * What one store may send in large bodies: a hundred orders of a thousand lines at once, and as many again each minute. No shop sends more
 * than a small part of it; without an end, one that did would take all of a process's time for reading. Bytes.
 */
const budgetOfStore = { most: 30 * 1024 * 1024, perSecond: 512 * 1024 };

/**
 * How long a body waits for a place before it is turned away: whoever hears no at once would send it again at once, and hears it as a failure
 * whether it comes soon or late. Milliseconds.
 */
const patience = 15_000;
const pauseBetween = 200;
/** How long a sender's place rests after each body, so that nobody fills all of a process's time either. Milliseconds. */
const rest = 1_000;

/** Who a large body says that it is from, and the stores whose it may be: none, and it is heard to its end and not kept. */
export interface Sender {
  domain: string;
  storeIds: string[];
}

/** A place among the large bodies; it is taken once a body turns out to be large. */
export interface LargeBodyPlace {
  /** Whether a body that has grown to `size` bytes may go on; it may have to wait for that. */
  admits(size: number): boolean | Promise<boolean>;
  /**
   * Counts a body as the store's that signed it, so that nobody uses up what belongs to another; false when the store has sent so much that
   * this one is to be turned away.
   */
  count(storeId: string, size: number): boolean;
  /** Gives the place back, if it was taken. */
  giveBack(): void;
}

/** The large bodies that this process holds at the moment, each up to several megabytes. */
export class LargeBodies {
  #held = 0;
  readonly #byDomain = new Map<string, number>();
  readonly #budget = new Budget(budgetOfStore);

  placeFor(sender: Sender): LargeBodyPlace {
    let isTaken = false;
    return {
      admits: (size) => {
        if (size <= smallBody || isTaken) return true;
        return this.#take(sender).then((taken) => {
          isTaken = taken;
          return taken;
        });
      },
      count: (storeId, size) => {
        if (size <= smallBody) return true;
        if (this.#budget.isSpent(storeId)) return false;
        this.#budget.spend(storeId, size);
        return true;
      },
      giveBack: () => {
        if (isTaken) this.#giveBack(sender);
        isTaken = false;
      },
    };
  }

  /** Whether a body of the sender's that says how long it is would be let in, now or soon; if not, nothing more need be asked about it. */
  async mayCome(sender: Sender, size: number): Promise<boolean> {
    return size <= smallBody || this.#isFreeSoon(sender);
  }

  /** Those of the stores that have sent all that they may for now. */
  spentOf(storeIds: string[]): string[] {
    return storeIds.filter((storeId) => this.#budget.isSpent(storeId));
  }

  async #take(sender: Sender): Promise<boolean> {
    if (!(await this.#isFreeSoon(sender))) return false;
    this.#byDomain.set(sender.domain, (this.#byDomain.get(sender.domain) ?? 0) + 1);
    if (isHeld(sender)) this.#held += 1;
    return true;
  }

  async #isFreeSoon(sender: Sender): Promise<boolean> {
    const until = Date.now() + patience;
    while (this.#isFull(sender)) {
      if (Date.now() >= until) return false;
      await sleep(pauseBetween);
    }
    return true;
  }

  #isFull(sender: Sender): boolean {
    const isSpent = isHeld(sender) && this.spentOf(sender.storeIds).length === sender.storeIds.length;
    return (
      isSpent ||
      (this.#byDomain.get(sender.domain) ?? 0) >= mostOfOne ||
      (isHeld(sender) && this.#held >= mostAtOnce)
    );
  }

  #giveBack(sender: Sender): void {
    if (isHeld(sender)) this.#held -= 1;
    setTimeout(() => {
      const left = (this.#byDomain.get(sender.domain) ?? 1) - 1;
      if (left > 0) this.#byDomain.set(sender.domain, left);
      else this.#byDomain.delete(sender.domain);
    }, rest).unref();
  }
}

function isHeld({ storeIds }: Sender): boolean {
  return storeIds.length > 0;
}
