import { setTimeout as sleep } from "node:timers/promises";
import { type Act, callsOf } from "#scripts/demo/calls.ts";
import type { DemoOrder } from "#scripts/demo/orders.ts";
import { workLead } from "#scripts/demo/work-lead.ts";
import type { DemoWorkspace } from "#scripts/demo/workspace.ts";
import { deliveriesOf } from "#scripts/simulator/deliveries.ts";
import { type Delivery, type SigningStore, send } from "#scripts/simulator/delivery.ts";
import type { Step } from "#scripts/simulator/order-life.ts";

const attempts = 4;

/** Plays an order so far: what its store sent and what its seller did, in the order of time. */
export async function playOrder(appUrl: string, workspace: DemoWorkspace, order: DemoOrder): Promise<void> {
  const { domain, owner } = order.store;
  const store = workspace.stores.get(domain);
  const sellerId = workspace.userIds.get(owner);
  const externalId = order.steps[0]?.state.id;
  if (!store || !sellerId || !externalId) return;
  for (const beat of beatsOf(order, workspace.now)) {
    if ("at" in beat) {
      await workLead(store.id, externalId, sellerId, beat);
      continue;
    }
    for (const delivery of deliveriesOf(order.store, beat)) {
      if (!isEcho(beat, delivery)) await deliver(appUrl, store, delivery);
    }
  }
}

/** Tells nothing that the delivery before it did not tell; left out, since people wait for the demo. */
function isEcho({ moment }: Step, { topic }: Delivery): boolean {
  return moment === "delivered" && topic === "orders/updated";
}

function beatsOf(order: DemoOrder, now: Date): (Step | Act)[] {
  const timeOf = (beat: Step | Act) => ("at" in beat ? beat.at : beat.state.updatedAt).getTime();
  return [...order.steps, ...callsOf(order, now)].toSorted((a, b) => timeOf(a) - timeOf(b));
}

/** Like a store, sends again what could not be stored. */
export async function deliver(appUrl: string, store: SigningStore, delivery: Delivery): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { status, text } = await send(appUrl, store, delivery);
    if (status === 200) return;
    if (status < 500 || attempt === attempts) {
      throw new Error(
        `Astra answered ${status} to ${delivery.topic} of ${store.domain}: ${text.slice(0, 200)}`,
      );
    }
    await sleep(attempt * 500);
  }
}
