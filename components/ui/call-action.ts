import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type Trouble, tellTrouble } from "#components/ui/trouble.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

/** What an action answers, or what kept it from being done; the message of such a trouble is empty. */
export type CalledResult<Result> = ActionResult<Result> & { trouble?: Trouble };

/**
 * Calls a server action; a redirect goes on to where it leads. A server that can't be reached is a refusal too. That one is signed out, that
 * Astra was updated and that the server failed the page says by itself, with a way out.
 */
export async function callAction<Result>(
  action: () => Promise<ActionResult<Result>>,
  unreachable: string,
): Promise<ActionResult<Result>> {
  const result = await callFromForm(action, unreachable);
  if (result.trouble) tellTrouble(result.trouble);
  return result;
}

/** The same for a form, which says such a trouble itself: what was typed stays, and a form in a dialog covers the page. */
export async function callFromForm<Result>(
  action: () => Promise<ActionResult<Result>>,
  unreachable: string,
): Promise<CalledResult<Result>> {
  try {
    const result = await action();
    return result.ok || !result.isSignedOut ? result : inTrouble("signedOut");
  } catch (error) {
    unstable_rethrow(error);
    if (isConnectionError(error)) return { ok: false, message: unreachable };
    return inTrouble(unstable_isUnrecognizedActionError(error) ? "updated" : "failed");
  }
}

function inTrouble(trouble: Trouble): CalledResult<never> {
  return { ok: false, message: "", trouble };
}

/** What `fetch` throws, and what React throws when an answer breaks off. */
function isConnectionError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.message === "Connection closed.");
}
