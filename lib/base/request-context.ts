import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

const requestIds = new AsyncLocalStorage<string>();

/** The id of the request that this code runs for; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return requestIds.getStore();
}

/** Runs `work` for one request: every line that it logs carries the request's id, the proxy's where it gave one. */
export function inRequest<T>(headers: Headers, work: () => T): T {
  const given = headers.get("x-request-id");
  const id = given && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
  return requestIds.run(id, work);
}
