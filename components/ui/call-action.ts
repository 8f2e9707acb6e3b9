import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { tellTrouble } from "#components/ui/trouble.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

export interface CallOptions {
  /** Something was typed for it, which stays where it is. */
  isTyped?: boolean;
}

/**
 * Calls a server action; a redirect goes on to where it leads. A server that can't be reached is a refusal too, and so is what the page says
 * by itself, with a way out: that one is signed out, that Astra was updated, that the server failed. The message of such a refusal is empty.
 */
export async function callAction<Result>(
  action: () => Promise<ActionResult<Result>>,
  unreachable: string,
  { isTyped = false }: CallOptions = {},
): Promise<ActionResult<Result>> {
  try {
    const result = await action();
    if (result.ok || !result.isSignedOut) return result;
    tellTrouble("signedOut", isTyped);
  } catch (error) {
    unstable_rethrow(error);
    if (isConnectionError(error)) return { ok: false, message: unreachable };
    tellTrouble(unstable_isUnrecognizedActionError(error) ? "updated" : "failed", isTyped);
  }
  return { ok: false, message: "" };
}

/** What `fetch` throws, and what React throws when an answer breaks off. */
function isConnectionError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.message === "Connection closed.");
}
