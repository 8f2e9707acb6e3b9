/** What a budget holds at most, and what of it comes back in a second. */
export interface BudgetSize {
  most: number;
  perSecond: number;
}

/** What each of many may still use of something; it comes back with time. It may be overdrawn, and is then waited for the longer. */
export class Budget {
  readonly #size: BudgetSize;
  /** Of whoever used some of it, and when. Milliseconds. */
  readonly #left = new Map<string, { amount: number; at: number }>();

  constructor(size: BudgetSize) {
    this.#size = size;
  }

  isSpent(key: string): boolean {
    return this.#amountOf(key) <= 0;
  }

  spend(key: string, amount: number): void {
    this.#left.set(key, { amount: this.#amountOf(key) - amount, at: Date.now() });
    this.#forgetTheWhole();
  }

  #amountOf(key: string): number {
    const { most, perSecond } = this.#size;
    const left = this.#left.get(key);
    if (!left) return most;
    return Math.min(most, left.amount + ((Date.now() - left.at) / 1_000) * perSecond);
  }

  /** Whoever has all of it again is as one that never used any. */
  #forgetTheWhole(): void {
    for (const key of this.#left.keys()) if (this.#amountOf(key) === this.#size.most) this.#left.delete(key);
  }
}
