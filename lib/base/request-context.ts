import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

interface RequestContext {
  id: string;
  /** The network address that asks; null where nobody needs to know. */
  address: string | null;
}

const contexts = new AsyncLocalStorage<RequestContext>();

/** The id of the request that this code runs for; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return contexts.getStore()?.id;
}

/** The network address that asked for what this code does; null outside of a person's request. */
export function currentAddress(): string | null {
  return contexts.getStore()?.address ?? null;
}

/**
 * Runs `work` for one request: every line that it logs carries the request's id, the proxy's where it gave one.
 *
 * @param address the network address that asks, which the audit log keeps
 */
export function inRequest<T>(headers: Headers, work: () => T, address: string | null = null): T {
  const given = headers.get("x-request-id");
  const id = given && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
  return contexts.run({ id, address }, work);
}
