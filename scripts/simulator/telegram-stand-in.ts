import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** A message that was sent to the stand-in. */
export interface SentMessage {
  token: string;
  chatId: string;
  text: string;
  parseMode: string | null;
  receivedAt: Date;
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
  /** How to answer a message; all are accepted when left out. */
  answer?: (message: SentMessage) => StandInAnswer;
}

export interface TelegramStandIn {
  url: string;
  /** All messages, in the order in which they came, however they were answered. */
  messages: SentMessage[];
  stop(): Promise<void>;
}

const parameters = z.object({
  chat_id: z.coerce.string(),
  text: z.string(),
  parse_mode: z.string().nullish(),
});

/** A local stand-in for Telegram's Bot API: it takes `sendMessage` and keeps what would have been sent. */
export async function startTelegramStandIn({
  port,
  onMessage,
  answer = () => ({ kind: "ok" }),
}: StandInOptions): Promise<TelegramStandIn> {
  const messages: SentMessage[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = "", method = ""] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? "") ?? [];
    if (method === "getMe") return reply(response, 200, { ok: true, result: bot });
    if (method !== "sendMessage") return reply(response, 404, failure(404, "Not Found"));
    const read = parameters.safeParse(await readParameters(request));
    if (!read.success) return reply(response, 400, failure(400, "Bad Request: message text is empty"));
    const { chat_id: chatId, text, parse_mode: parseMode = null } = read.data;
    const message = { token, chatId, text, parseMode, receivedAt: new Date() };
    messages.push(message);
    const given = answer(message);
    if (given.kind === "ok") onMessage?.(message);
    if (given.kind !== "hang") reply(response, ...answerBody(given, message, messages.length));
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

function answerBody(
  given: Exclude<StandInAnswer, { kind: "hang" }>,
  { chatId, text }: SentMessage,
  messageId: number,
): [number, object] {
  switch (given.kind) {
    case "ok": {
      const chat = { id: Number(chatId), type: "private" };
      const date = Math.floor(Date.now() / 1000);
      return [200, { ok: true, result: { message_id: messageId, from: bot, chat, date, text } }];
    }
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
