import { Agent, request } from "node:http";
import { z } from "zod";
import { signedOrder } from "#scripts/bench/ingest/orders.ts";

// A process of its own: what it costs to send is not the server's doing.

const taskSchema = z.object({
  url: z.url(),
  method: z.enum(["GET", "POST"]),
  stores: z.array(z.object({ type: z.literal("shopify"), domain: z.string(), secret: z.string() })).min(1),
  connections: z.number().int().positive(),
  first: z.number().int(),
  seconds: z.number().positive().optional(),
  orders: z.number().int().positive().optional(),
});
const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ""));

/** What came of it: milliseconds of each answer that was 200, and how many were not. */
export interface Sent {
  milliseconds: number[];
  failures: number;
  seconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: task.connections });
const sent: Sent = { milliseconds: [], failures: 0, seconds: 0 };
const startedAt = performance.now();
const until = startedAt + (task.seconds ?? 3_600) * 1_000;
const last = task.first + (task.orders ?? Number.MAX_SAFE_INTEGER);
let next = task.first;
await Promise.all(Array.from({ length: task.connections }, (_, connection) => sendOn(connection)));
sent.seconds = (performance.now() - startedAt) / 1_000;
agent.destroy();
process.stdout.write(JSON.stringify(sent));

/** Each connection sends for one store, one order after the other. */
async function sendOn(connection: number): Promise<void> {
  const store = task.stores[connection % task.stores.length];
  while (store && performance.now() < until && next < last) {
    const { body, headers } = signedOrder(store, next++);
    const sentAt = performance.now();
    const status = await send(task.method === "POST" ? body : null, headers);
    if (status === 200) sent.milliseconds.push(performance.now() - sentAt);
    else sent.failures += 1;
  }
}

function send(body: Buffer | null, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve) => {
    const length = body && { "Content-Length": String(body.length) };
    const sending = request(
      task.url,
      { agent, method: task.method, headers: { ...headers, ...length } },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode));
      },
    );
    sending.once("error", () => resolve(undefined));
    sending.end(body ?? undefined);
  });
}
