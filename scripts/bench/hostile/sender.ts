import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { z } from "zod";
import { worstBodies } from "#scripts/bench/hostile/bodies.ts";
import { headersOf, type SigningStore } from "#scripts/simulator/delivery.ts";

// A process of its own: what it costs to send is not the app's doing, and must not slow down whoever measures.

const taskSchema = z.object({
  url: z.url(),
  store: z.object({ type: z.literal("shopify"), domain: z.string(), secret: z.string() }),
  atOnce: z.number().int(),
  seconds: z.number(),
});

const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ""));
const answers: Record<string, number> = {};
const until = Date.now() + task.seconds * 1_000;
const prepared = Object.values(worstBodies()).map((body) => ({ body, headers: signed(task.store, body) }));

await Promise.all(Array.from({ length: task.atOnce }, (_, sender) => sendOn(sender)));
console.log(JSON.stringify(answers));

/** Sends one body after the other, without a pause and whatever is answered. */
async function sendOn(sender: number): Promise<void> {
  for (let turn = sender; Date.now() < until; turn++) {
    const next = prepared[turn % prepared.length];
    if (!next) return;
    const answer = await post(next.body, { ...next.headers, "X-Shopify-Webhook-Id": randomUUID() });
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
}

/** A signature covers the body alone: each is signed once, and sent under ever new ids. */
function signed(store: SigningStore, body: Buffer): Record<string, string> {
  return { ...headersOf(store, { topic: "orders/create", body }), "Content-Length": String(body.length) };
}

function post(body: Buffer, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const sending = request(`${task.url}/api/webhooks/shopify`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(String(response.statusCode));
      // Whoever is turned away need not be sent the rest.
      if (!sending.writableFinished) sending.destroy();
    });
    sending.setTimeout(30_000, () => sending.destroy());
    sending.on("error", () => resolve("broken off"));
    sending.end(body);
  });
}
