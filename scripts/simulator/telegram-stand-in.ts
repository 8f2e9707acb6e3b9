import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/** A message that was sent to the stand-in. */
export interface SentMessage {
  token: string;
  chatId: string;
  text: string;
  parseMode: string | null;
  /** The buttons under it, row by row. */
  buttons: StandInButton[][];
  receivedAt: Date;
}

/** A button as the bot sent it: it carries something back, or opens an address. */
export interface StandInButton {
  text: string;
  callback_data?: string | undefined;
  url?: string | undefined;
}

/** Any other call of the bot's: a message that is changed, an answer to a press, what it is set up with. */
export interface StandInCall {
  method: string;
  parameters: Record<string, unknown>;
}

/** How the stand-in answers, as the Bot API would; `hang` never does. */
export type StandInAnswer =
  | { kind: "ok" }
  | { kind: "wait"; seconds: number }
  | { kind: "blocked" }
  | { kind: "chat_not_found" }
  | { kind: "moved"; chatId: number }
  | { kind: "refused"; description: string }
  | { kind: "unauthorized" }
  | { kind: "server_error" }
  | { kind: "hang" };

export interface StandInOptions {
  /** 0 for any that is free. */
  port: number;
  onMessage?: (message: SentMessage) => void;
  onCall?: (call: StandInCall) => void;
  /** How to answer a message; all are accepted when left out. */
  answer?: (message: SentMessage) => StandInAnswer;
  /** How to answer any other call. */
  answerCall?: (call: StandInCall) => StandInAnswer;
}

export interface TelegramStandIn {
  url: string;
  /** All messages, in the order in which they came, however they were answered. A message has its place, from 1 on, as its id. */
  messages: SentMessage[];
  /** All calls but messages and questions for updates. */
  calls: StandInCall[];
  /** Has the bot hear something, when it next asks: an update without its id, which is answered. */
  tell(update: Record<string, unknown>): number;
  stop(): Promise<void>;
}

const button = z.object({
  text: z.string(),
  callback_data: z.string().min(1).max(64).optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
});

const parameters = z.object({
  chat_id: z.coerce.string(),
  text: z.string(),
  parse_mode: z.string().nullish(),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional(),
});

/** Which methods are only noted. Their answer is `true`. */
const noted = [
  "answerCallbackQuery",
  "editMessageText",
  "editMessageReplyMarkup",
  "setWebhook",
  "deleteWebhook",
  "setMyCommands",
];

const question = z.object({ offset: z.coerce.number().default(0), timeout: z.coerce.number().default(0) });

/**
 * A local stand-in for Telegram's Bot API: it takes `sendMessage` and keeps what would have been sent, notes what a bot does with its messages
 * and its set-up, and gives updates to who asks for them.
 */
export async function startTelegramStandIn({
  port,
  onMessage,
  onCall,
  answer = () => ({ kind: "ok" }),
  answerCall = () => ({ kind: "ok" }),
}: StandInOptions): Promise<TelegramStandIn> {
  const messages: SentMessage[] = [];
  const calls: StandInCall[] = [];
  const updates: { update_id: number }[] = [];
  let webhook = "";
  let lastUpdate = 1_000;
  let asking: ServerResponse | undefined;

  /** Answers with what is later than all that was asked for before; without any, once there is something or the time is over. */
  async function giveUpdates(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { offset, timeout } = question.parse(await readParameters(request));
    if (webhook)
      return reply(
        response,
        409,
        failure(409, "Conflict: can't use getUpdates method while webhook is active"),
      );
    // The newer question counts, as Telegram has it.
    if (asking) reply(asking, 409, failure(409, "Conflict: terminated by other getUpdates request"));
    asking = response;
    response.once("close", () => {
      if (asking === response) asking = undefined;
    });
    const deadline = Date.now() + timeout * 1_000;
    while (
      asking === response &&
      Date.now() < deadline &&
      !updates.some((update) => update.update_id >= offset)
    ) {
      await sleep(20);
    }
    if (asking !== response) return;
    asking = undefined;
    updates.splice(0, updates.length, ...updates.filter((update) => update.update_id >= offset));
    reply(response, 200, { ok: true, result: updates });
  }

  async function note(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = {
      method,
      parameters: z.record(z.string(), z.unknown()).parse(await readParameters(request)),
    };
    calls.push(call);
    const given = answerCall(call);
    if (given.kind === "hang") return;
    if (given.kind !== "ok") return reply(response, ...refusal(given));
    onCall?.(call);
    if (method === "setWebhook") webhook = String(call.parameters.url);
    if (method === "deleteWebhook") webhook = "";
    reply(response, 200, { ok: true, result: true });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = "", method = ""] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? "") ?? [];
    if (method === "getMe") return reply(response, 200, { ok: true, result: bot });
    if (method === "getUpdates") return giveUpdates(request, response);
    if (method === "getWebhookInfo")
      return reply(response, 200, {
        ok: true,
        result: { url: webhook, pending_update_count: updates.length },
      });
    if (noted.includes(method)) return note(method, request, response);
    if (method !== "sendMessage") return reply(response, 404, failure(404, "Not Found"));
    const read = parameters.safeParse(await readParameters(request));
    if (!read.success) return reply(response, 400, failure(400, "Bad Request: message text is empty"));
    const { chat_id: chatId, text, parse_mode: parseMode = null, reply_markup: markup } = read.data;
    const buttons = markup?.inline_keyboard ?? [];
    const message = { token, chatId, text, parseMode, buttons, receivedAt: new Date() };
    messages.push(message);
    const given = answer(message);
    if (given.kind === "hang") return;
    if (given.kind !== "ok") return reply(response, ...refusal(given));
    onMessage?.(message);
    reply(response, 200, { ok: true, result: acceptedMessage(message, messages.length) });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error("The Telegram stand-in failed.", error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    calls,
    tell: (update) => {
      lastUpdate += 1;
      updates.push({ ...update, update_id: lastUpdate });
      return lastUpdate;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const bot = { id: 123456, is_bot: true, first_name: "Astra stand-in", username: "astra_stand_in_bot" };

/** JSON, a form, or multipart: whatever the client chose. */
async function readParameters(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = incoming.headers["content-type"] ?? "";
  if (type.startsWith("application/json")) return JSON.parse(body.toString("utf8"));
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  return Object.fromEntries(form);
}

function acceptedMessage({ chatId, text }: SentMessage, messageId: number): object {
  const chat = { id: Number(chatId), type: "private" };
  return { message_id: messageId, from: bot, chat, date: Math.floor(Date.now() / 1000), text };
}

function refusal(given: Exclude<StandInAnswer, { kind: "hang" | "ok" }>): [number, object] {
  switch (given.kind) {
    case "wait": {
      const description = `Too Many Requests: retry after ${given.seconds}`;
      return [429, { ...failure(429, description), parameters: { retry_after: given.seconds } }];
    }
    case "blocked":
      return [403, failure(403, "Forbidden: bot was blocked by the user")];
    case "chat_not_found":
      return [400, failure(400, "Bad Request: chat not found")];
    case "refused":
      return [400, failure(400, given.description)];
    case "moved": {
      const description = "Bad Request: group chat was upgraded to a supergroup chat";
      return [400, { ...failure(400, description), parameters: { migrate_to_chat_id: given.chatId } }];
    }
    case "unauthorized":
      return [401, failure(401, "Unauthorized")];
    case "server_error":
      return [500, failure(500, "Internal Server Error")];
  }
}

function failure(code: number, description: string): object {
  return { ok: false, error_code: code, description };
}

function reply(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { "content-type": "application/json", connection: "close" })
    .end(JSON.stringify(body));
}
