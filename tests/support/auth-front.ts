import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How an auth server can be away: nobody listens any more, it fails, it is asked too much, or it never answers. */
export const waysToBeAway = ["gone", "failing", "overrun", "silent"] as const;
export type Away = (typeof waysToBeAway)[number];

/** A server before the auth server, which hands everything on to it until it is told to be away. */
export interface AuthFront {
  url: string;
  /** How many questions came in so far. */
  asked(): number;
  goAway(how: Away): void;
  comeBack(): void;
  stop(): Promise<void>;
}

/** @param answers what the front answers itself, by path: a key set, say */
export async function startAuthFront(
  authUrl: string,
  answers: Record<string, unknown> = {},
): Promise<AuthFront> {
  let away: Away | null = null;
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (away) return beAway(away, request, response);
    const answer = answers[request.url ?? ""];
    if (answer) return response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    return handOn(authUrl, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    goAway: (how) => {
      away = how;
    },
    comeBack: () => {
      away = null;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function beAway(how: Away, request: IncomingMessage, response: ServerResponse): void {
  if (how === "gone") request.socket.destroy();
  if (how === "failing") response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
  if (how === "overrun") {
    response.writeHead(429, { "content-type": "application/json" });
    response.end(JSON.stringify({ code: 429, error_code: "over_request_rate_limit", msg: "Too many" }));
  }
}

async function handOn(authUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const name of ["apikey", "authorization", "content-type"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
  const answer = await fetch(`${authUrl}${request.url}`, { method: request.method ?? "GET", headers, body });
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
  response.end(Buffer.from(await answer.arrayBuffer()));
}
