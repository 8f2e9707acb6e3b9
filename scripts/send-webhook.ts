import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";
import { env } from "#lib/base/env.ts";
import { newStoreSchema } from "#lib/stores/schema.ts";
import { runScript } from "#scripts/command-line.ts";
import { ScriptError } from "#scripts/script-error.ts";
import {
  type Answer,
  allowedTarget,
  type Delivery,
  headersOf,
  type SigningStore,
  send,
} from "#scripts/simulator/delivery.ts";
import { inParallel, percentile } from "#scripts/simulator/parallel.ts";
import { loadStores } from "#scripts/simulator/stores.ts";

const usage = `npm run webhook:send -- --store shop.myshopify.com --topic orders/create order.json

Signs the bytes of a file as the store would, posts them to Astra and prints the answer.

  --id <id>          the platform's id of the delivery: the same one again is a duplicate
  --repeat 20        post it so many times (with one id), at most 200
  --concurrency 20   so many at a time, at most 200
  --secret <text>    sign with this instead of the store's secret, to see what its page says of it
  --url http://...   another address of Astra on this machine
  --now              as if the order were placed now
  --curl             print the curl line that does it, instead of doing it`;

const upTo200 = z.coerce.number().int().min(1).max(200).default(1);

const schema = z.object({
  store: newStoreSchema.shape.domain,
  topic: z.string().regex(/^[a-z_]+[/.][a-z_]+$/, "must be a topic, such as orders/create or order.created"),
  id: z.string().min(1).max(100).optional(),
  repeat: upTo200,
  concurrency: upTo200,
  secret: z.string().min(1).max(200).optional(),
  url: z.string().optional(),
  curl: z.boolean().default(false),
  now: z.boolean().default(false),
  positionals: z.tuple([z.string()], "name one file with the payload"),
});

await runScript({
  usage,
  options: {
    store: { type: "string" },
    topic: { type: "string" },
    id: { type: "string" },
    repeat: { type: "string" },
    concurrency: { type: "string" },
    secret: { type: "string" },
    url: { type: "string" },
    curl: { type: "boolean" },
    now: { type: "boolean" },
  },
  schema,
  run,
});

async function run(input: z.output<typeof schema>): Promise<void> {
  const { APP_URL } = env();
  const target = allowedTarget(input.url ?? APP_URL, APP_URL);
  const path = input.now ? await copyDatedNow(input.positionals[0]) : input.positionals[0];
  const body = await readPayload(path);
  const [connected] = await loadStores([input.store]);
  if (!connected) throw new ScriptError(`No store has the domain ${input.store}.`);
  const store = { ...connected, ...(input.secret && { secret: input.secret }) };
  const delivery = { topic: input.topic, body, id: input.id ?? crypto.randomUUID(), at: new Date() };
  if (input.curl) {
    console.log(curlLine(`${target}/api/webhooks/${store.type}`, store, delivery, path));
    return;
  }

  const answers: Answer[] = [];
  await inParallel(Array(input.repeat).keys(), input.concurrency, async () => {
    answers.push(await post(target, store, delivery));
  });
  for (const { status, text, milliseconds } of answers) {
    console.log(`${status}  ${text.slice(0, 200)}  ${Math.round(milliseconds)} ms`);
  }
  if (answers.length > 1) {
    const times = answers.map(({ milliseconds }) => milliseconds);
    console.log(
      `p50 ${Math.round(percentile(times, 0.5))} ms, p95 ${Math.round(percentile(times, 0.95))} ms`,
    );
  }
  if (answers.some(({ status }) => status !== 200)) process.exitCode = 1;
}

/** The same request for curl, on one line; `eval "$(…)"` runs it. */
function curlLine(url: string, store: SigningStore, delivery: Delivery, path: string): string {
  const headers = Object.entries(headersOf(store, delivery)).map(
    ([name, value]) => `-H ${quote(`${name}: ${value}`)}`,
  );
  return ["curl -i", quote(url), ...headers, `--data-binary ${quote(`@${path}`)}`].join(" ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

async function readPayload(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ScriptError(`The file ${path} could not be read.`, { cause: error });
  }
}

/** Every date of a payload but those of its lines: an order that is sent as new was placed now. The numbers stay as they are written. */
const dates = /"((?:created|updated|processed)_at|date_(?:created|modified)(?:_gmt)?)"(\s*:\s*)"[^"]*"/g;

/** A copy of a payload among the system's temporary files, with its dates set to now; answers where it is. */
async function copyDatedNow(path: string): Promise<string> {
  const now = new Date().toISOString().slice(0, 19);
  const text = new TextDecoder().decode(await readPayload(path));
  const folder = await mkdtemp(join(tmpdir(), "astra-"));
  const copy = join(folder, basename(path));
  // WooCommerce writes no zone.
  await writeFile(
    copy,
    text.replace(dates, (_, name, colon) => `"${name}"${colon}"${now}${zoneOf(name)}"`),
  );
  return copy;
}

function zoneOf(name: string): string {
  return name.endsWith("_at") ? "Z" : "";
}

async function post(...[target, store, delivery]: Parameters<typeof send>): Promise<Answer> {
  try {
    return await send(target, store, delivery);
  } catch (error) {
    throw new ScriptError(`Astra does not answer at ${target}.`, { cause: error });
  }
}
