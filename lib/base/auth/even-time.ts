import { setTimeout as sleep } from "node:timers/promises";

/** Longer than comparing a password with its hash takes, which only an account that exists has. Milliseconds. */
const step = 500;

/**
 * Lets a refusal wait for the next full step since it was asked for, so that how long it took says nothing about why.
 *
 * @param isRefusal whether an answer is one
 */
export async function refuseEvenly<T>(ask: () => Promise<T>, isRefusal: (answer: T) => boolean): Promise<T> {
  const startedAt = performance.now();
  const answer = await ask();
  if (isRefusal(answer)) await sleep(step - ((performance.now() - startedAt) % step));
  return answer;
}

/**
 * Answers after one time for all, with what is known by then; the work itself goes on.
 *
 * @param otherwise what is answered while nothing is known
 */
export async function answerAfter<T>(milliseconds: number, work: Promise<T>, otherwise: T): Promise<T> {
  const [answer] = await Promise.all([
    Promise.race([work, sleep(milliseconds, otherwise)]),
    sleep(milliseconds),
  ]);
  return answer;
}
