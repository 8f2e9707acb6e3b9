import type { DemoOrder } from "#scripts/demo/orders.ts";
import { deliver } from "#scripts/demo/play-order.ts";
import type { DemoWorkspace } from "#scripts/demo/workspace.ts";
import { deliveriesOf } from "#scripts/simulator/deliveries.ts";
import { type Delivery, uuidOf } from "#scripts/simulator/delivery.ts";

interface OddDelivery {
  domain: string;
  topic: string;
  body: string;
}

/** What shops send besides their orders: two that can't be worked in, and two that are of no use. */
const odd: OddDelivery[] = [
  {
    domain: "lumea-ro.myshopify.com",
    topic: "refunds/create",
    body: '{"id":929361462,"order_id":450789469,"created_at":"2026-11-20T10:00:00+02:00","note":"wrong size","refund_line_items":[],"transactions":[],"order_adjustments":[]}',
  },
  {
    domain: "lumea-gr.myshopify.com",
    topic: "orders/updated",
    body: '{"id":820982911946154508,"name":"#GR-2206","currency":"EUR","total_price":"67.',
  },
  {
    domain: "lumea-ro.myshopify.com",
    topic: "products/update",
    body: '{"id":788032119674292922,"title":"Lamp","tags":"new"}',
  },
  {
    domain: "casavie.example",
    topic: "coupon.updated",
    body: '{"id":719,"code":"spring10","amount":"10.00"}',
  },
];

/**
 * Sends what fails, what is ignored and what was told before, so that the delivery log has something to show. The ids are always the same: doing it
 * again adds nothing.
 */
export async function sendOddDeliveries(
  appUrl: string,
  workspace: DemoWorkspace,
  orders: readonly DemoOrder[],
): Promise<void> {
  for (const { domain, topic, body } of odd) {
    const id = uuidOf(`${domain} ${topic} odd`);
    await sendOf(appUrl, workspace, domain, { topic, body: new TextEncoder().encode(body), id });
  }
  const untouched = orders.findLast(({ steps }) => steps.length === 1);
  const [first] = untouched?.steps ?? [];
  if (!untouched || !first) return;
  const { domain } = untouched.store;
  for (const delivery of deliveriesOf(untouched.store, first))
    await sendOf(appUrl, workspace, domain, { ...delivery, id: uuidOf(`${domain} ${delivery.topic} again`) });
}

async function sendOf(
  appUrl: string,
  workspace: DemoWorkspace,
  domain: string,
  delivery: Delivery,
): Promise<void> {
  const store = workspace.stores.get(domain);
  if (store) await deliver(appUrl, store, delivery);
}
