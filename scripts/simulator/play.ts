import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, type Delivery, send } from "#scripts/simulator/delivery.ts";
import { inParallel, percentile } from "#scripts/simulator/parallel.ts";
import type { Planned } from "#scripts/simulator/plan.ts";

const mostAtOnce = 200;

/** One delivery that was sent; without an answer the status is 0. */
export interface Sent {
  planned: Planned;
  delivery: Delivery;
  answer: Answer;
}

/** Sends what is planned when it is due, until the end or until `signal` says stop. */
export async function play(
  appUrl: string,
  plan: readonly Planned[],
  options: { signal: AbortSignal; onSent: (sent: Sent) => void },
): Promise<void> {
  const { signal, onSent } = options;
  await inParallel(plan, Math.min(mostAtOnce, plan.length), async (planned) => {
    if (!(await waitUntil(planned.dueAt, signal))) return;
    for (const delivery of planned.deliveries()) {
      onSent({ planned, delivery, answer: await trySend(appUrl, planned, delivery) });
    }
  });
}

async function waitUntil(dueAt: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(Math.max(0, dueAt - Date.now()), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}

async function trySend(appUrl: string, { store }: Planned, delivery: Delivery): Promise<Answer> {
  try {
    return await send(appUrl, store, delivery);
  } catch (error) {
    return { status: 0, text: error instanceof Error ? error.message : String(error), milliseconds: 0 };
  }
}

/** What came of a run, as one line. */
export function summaryOf(answers: readonly Answer[], seconds: number): string {
  const accepted = answers.filter(({ status }) => status === 200);
  const others = new Map<number, number>();
  for (const { status } of answers) if (status !== 200) others.set(status, (others.get(status) ?? 0) + 1);
  const refused = [...others].map(([status, count]) => `${count} × ${status || "no answer"}`).join(", ");
  const times = accepted.map(({ milliseconds }) => milliseconds);
  return [
    `${answers.length} deliveries in ${seconds.toFixed(1)} s (${(answers.length / seconds).toFixed(1)}/s)`,
    `${accepted.length} × 200`,
    ...(refused ? [refused] : []),
    `p50 ${Math.round(percentile(times, 0.5))} ms`,
    `p95 ${Math.round(percentile(times, 0.95))} ms`,
  ].join(", ");
}
