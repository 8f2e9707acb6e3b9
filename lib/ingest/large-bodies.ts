import { setTimeout as sleep } from "node:timers/promises";

/** What a body may have before it counts as large. Bytes. */
const smallBody = 256 * 1024;

const mostAtOnce = 16;
/** Of one sender, so that nobody takes all places. */
const mostOfOne = 4;

/** How long a body waits for a place before it is turned away: whoever hears no at once would send it again at once. Milliseconds. */
const patience = 3_000;
const pauseBetween = 50;
/** How long a sender's place rests after each body, so that nobody fills all of a process's time either. Milliseconds. */
const rest = 1_000;

/** A place among the large bodies; it is taken once a body turns out to be large. */
export interface LargeBodyPlace {
  /** Whether a body that has grown to `size` bytes may go on; it may have to wait for that. */
  admits(size: number): boolean | Promise<boolean>;
  /** Gives the place back, if it was taken. */
  giveBack(): void;
}

/** The large bodies that this process holds at the moment, each up to several megabytes. */
export class LargeBodies {
  #held = 0;
  readonly #bySender = new Map<string, number>();

  /** @param isHeld whether the bytes are kept; a body that is only heard takes a place among its sender's alone */
  placeFor(sender: string, isHeld: boolean): LargeBodyPlace {
    let isTaken = false;
    return {
      admits: (size) => {
        if (size <= smallBody || isTaken) return true;
        return this.#take(sender, isHeld).then((taken) => {
          isTaken = taken;
          return taken;
        });
      },
      giveBack: () => {
        if (isTaken) this.#giveBack(sender, isHeld);
        isTaken = false;
      },
    };
  }

  /** Whether a body of the sender's that says how long it is would be let in, now or soon; if not, nothing more need be asked about it. */
  async mayCome(sender: string, size: number): Promise<boolean> {
    return size <= smallBody || this.#isFreeSoon(sender, true);
  }

  async #take(sender: string, isHeld: boolean): Promise<boolean> {
    if (!(await this.#isFreeSoon(sender, isHeld))) return false;
    this.#bySender.set(sender, (this.#bySender.get(sender) ?? 0) + 1);
    if (isHeld) this.#held += 1;
    return true;
  }

  async #isFreeSoon(sender: string, isHeld: boolean): Promise<boolean> {
    const until = Date.now() + patience;
    while (this.#isFull(sender, isHeld)) {
      if (Date.now() >= until) return false;
      await sleep(pauseBetween);
    }
    return true;
  }

  #isFull(sender: string, isHeld: boolean): boolean {
    return (this.#bySender.get(sender) ?? 0) >= mostOfOne || (isHeld && this.#held >= mostAtOnce);
  }

  #giveBack(sender: string, isHeld: boolean): void {
    if (isHeld) this.#held -= 1;
    setTimeout(() => {
      const left = (this.#bySender.get(sender) ?? 1) - 1;
      if (left > 0) this.#bySender.set(sender, left);
      else this.#bySender.delete(sender);
    }, rest).unref();
  }
}
