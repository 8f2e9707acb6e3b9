import { once } from "node:events";
import { z } from "zod";
import { env } from "#lib/base/env.ts";
import { newStoreSchema } from "#lib/stores/schema.ts";
import { runScript } from "#scripts/command-line.ts";
import { ScriptError } from "#scripts/script-error.ts";
import type { Answer } from "#scripts/simulator/delivery.ts";
import { planTraffic } from "#scripts/simulator/plan.ts";
import { play, type Sent, summaryOf } from "#scripts/simulator/play.ts";
import { loadStores, type PlayedStore } from "#scripts/simulator/stores.ts";
import { startTelegramStandIn, type TelegramStandIn } from "#scripts/simulator/telegram-stand-in.ts";
import { plainText } from "#scripts/simulator/telegram-text.ts";
import { pressable, typeToBot, typingAccount } from "#scripts/simulator/telegram-typing.ts";

const usage = `npm run simulate -- [options]

Plays the stores of the running Astra: new orders and what becomes of them, rightly signed. A day passes in four seconds.

  --orders 50        how many orders (up to 10000)
  --rate 1           new orders a second (0.1 to 100)
  --seed 7           plays the same orders again; else new ones each time
  --store <domain>   only this store; may be given several times
  --burst 20         so many of the orders at once at the start (up to 200)
  --duplicates       sends some deliveries twice
  --stale            sends some old news once more
  --out-of-order     sends some orders after what follows from them
  --telegram [8081]  takes Telegram's place on this port, shows the alerts, and lets you write to the bot
  --stop-after 60    seconds`;

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const schema = z.object({
  orders: count(0, 10_000).default(50),
  rate: z.coerce.number().min(0.1).max(100).default(1),
  seed: z.string().min(1).max(40).optional(),
  store: z.array(newStoreSchema.shape.domain).default([]),
  burst: count(0, 200).default(0),
  duplicates: z.boolean().default(false),
  stale: z.boolean().default(false),
  outOfOrder: z.boolean().default(false),
  telegram: z.boolean().default(false),
  stopAfter: count(1, 86_400).optional(),
  /** The port that may follow --telegram. */
  positionals: z.union(
    [z.tuple([]), z.tuple([count(1024, 65_535)])],
    "only --telegram may be followed by a port",
  ),
});

await runScript({
  usage,
  options: {
    orders: { type: "string" },
    rate: { type: "string" },
    seed: { type: "string" },
    store: { type: "string", multiple: true },
    burst: { type: "string" },
    duplicates: { type: "boolean" },
    stale: { type: "boolean" },
    "out-of-order": { type: "boolean" },
    telegram: { type: "boolean" },
    "stop-after": { type: "string" },
  },
  schema,
  run,
});

async function run({ telegram, stopAfter, positionals: [port = 8081], ...input }: z.output<typeof schema>) {
  const stores = await findStores(input.store);
  const seed = input.seed ?? String(Date.now() % 1_000_000_000);
  const standIn = telegram ? await listenAsTelegram(port) : undefined;
  const stop = stopSignal(stopAfter);
  const answers: Answer[] = [];
  const startAt = new Date();
  console.log(
    `Playing ${input.orders} orders of ${stores.map(({ domain }) => domain).join(", ")} (seed ${seed}).`,
  );
  await play(env().APP_URL, planTraffic({ ...input, stores, seed, startAt }), {
    signal: stop,
    onSent: (sent) => {
      answers.push(sent.answer);
      show(sent);
    },
  });
  console.log(summaryOf(answers, (Date.now() - startAt.getTime()) / 1000));
  if (standIn) await listenOn(standIn, stop);
}

async function findStores(domains: string[]): Promise<PlayedStore[]> {
  const stores = await loadStores(domains);
  const missing = domains.filter((domain) => !stores.some((store) => store.domain === domain));
  if (missing.length > 0) throw new ScriptError(`No store has the domain ${missing.join(", ")}.`);
  const active = stores.filter(({ isActive }) => isActive || domains.length > 0);
  if (active.length === 0)
    throw new ScriptError("No store is connected yet: add one in Astra or with npm run store:create.");
  return active;
}

/** Ends a run in good order: by Ctrl-C, SIGTERM, or after a time. */
function stopSignal(seconds: number | undefined): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return seconds === undefined
    ? controller.signal
    : AbortSignal.any([controller.signal, AbortSignal.timeout(seconds * 1000)]);
}

async function listenAsTelegram(port: number): Promise<TelegramStandIn> {
  const standIn = await startTelegramStandIn({
    port,
    onMessage: (message) => {
      const buttons = pressable(message).map((button, index) => `[${index + 1} ${button.text}]`);
      const text = plainText(message.text, "    ");
      console.log(`\n  Telegram, chat ${message.chatId}:\n${text}\n    ${buttons.join(" ")}\n`);
    },
    onCall: ({ method, parameters }) => {
      const { text } = parameters;
      if (typeof text === "string" && method !== "setMyCommands")
        console.log(`\n  Telegram, ${method}:\n${plainText(text, "    ")}\n`);
    },
  });
  console.log(`Telegram's stand-in listens at ${standIn.url}. Alerts reach it from an Astra that was started with
  TELEGRAM_BOT_TOKEN=123456:stand-in-of-the-simulator TELEGRAM_API_ROOT=${standIn.url}
Type what ${typingAccount} says to the bot ("/start" and what follows "start=" in the link of Settings, Telegram), or the number of a button.`);
  return standIn;
}

async function listenOn(standIn: TelegramStandIn, stop: AbortSignal): Promise<void> {
  const endTyping = typeToBot(standIn, process.stdin);
  if (!stop.aborted) {
    console.log("Still listening for alerts; Ctrl-C ends.");
    await once(stop, "abort");
  }
  endTyping();
  console.log(`${standIn.messages.length} Telegram messages.`);
  await standIn.stop();
}

function show({ planned, delivery, answer }: Sent): void {
  const time = new Date().toTimeString().slice(0, 8);
  const result = /"result":"(\w+)"/.exec(answer.text)?.[1] ?? answer.text.slice(0, 80);
  const columns = [
    time,
    planned.store.domain.padEnd(28),
    planned.orderNumber.padEnd(9),
    delivery.topic.padEnd(19),
    `${answer.status || "---"} ${result}`.padEnd(14),
    `${Math.round(answer.milliseconds)} ms`.padStart(7),
    planned.note,
  ];
  console.log(columns.join("  ").trimEnd());
}
