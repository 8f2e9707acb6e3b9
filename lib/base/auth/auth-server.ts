import { isAuthError } from "@supabase/supabase-js";

/** How long the auth server may take to answer. Milliseconds. */
const patience = 5_000;

/** The code of the error that supabase-js gives for an auth server that can't be asked. */
const awayCode = "auth_server_away";

/** A status that supabase-js takes for no network failure: those it tries again, for half a minute, while the person waits. */
const awayStatus = 599;

/** Whether the auth server could not be asked, so that its answer says nothing about the person. */
export function isAuthServerAway(error: unknown): boolean {
  return isAuthError(error) && error.code === awayCode;
}

/**
 * What a client asks the auth server through. One that can't be reached, is too slow, fails or has had too many questions is "away".
 *
 * @param note told after each question whether it was away
 */
export function askAuthServer(note: (isAway: boolean) => void): typeof fetch {
  return async (input, init) => {
    try {
      const response = await fetch(input, { ...init, signal: AbortSignal.timeout(patience) });
      const body = await response.arrayBuffer();
      if (response.status < 500 && response.status !== 429) {
        note(false);
        return new Response(body.byteLength > 0 ? body : null, response);
      }
    } catch {
      // No connection or no answer in time: as little of an answer as a failure.
    }
    note(true);
    return Response.json(
      { error_code: awayCode, msg: "The auth server can't be asked." },
      { status: awayStatus },
    );
  };
}
