/** What a body may have before it counts as large. Bytes. */
const smallBody = 256 * 1024;

const mostAtOnce = 16;
/** Of one sender, so that nobody takes all places. */
const mostOfOne = 4;

/** A place among the large bodies; it is taken once a body turns out to be large. */
export interface LargeBodyPlace {
  /** Whether a body that has grown to `size` bytes may go on. */
  admits(size: number): boolean;
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
        if (size > smallBody && !isTaken) isTaken = this.#take(sender, isHeld);
        return size <= smallBody || isTaken;
      },
      giveBack: () => {
        if (isTaken) this.#giveBack(sender, isHeld);
        isTaken = false;
      },
    };
  }

  /** Whether a body of the sender's that says how long it is would be turned away: then nothing more need be asked about it. */
  refuses(sender: string, size: number): boolean {
    return size > smallBody && this.#isFull(sender, true);
  }

  #isFull(sender: string, isHeld: boolean): boolean {
    return (this.#bySender.get(sender) ?? 0) >= mostOfOne || (isHeld && this.#held >= mostAtOnce);
  }

  #take(sender: string, isHeld: boolean): boolean {
    if (this.#isFull(sender, isHeld)) return false;
    this.#bySender.set(sender, (this.#bySender.get(sender) ?? 0) + 1);
    if (isHeld) this.#held += 1;
    return true;
  }

  #giveBack(sender: string, isHeld: boolean): void {
    if (isHeld) this.#held -= 1;
    const left = (this.#bySender.get(sender) ?? 1) - 1;
    if (left > 0) this.#bySender.set(sender, left);
    else this.#bySender.delete(sender);
  }
}
