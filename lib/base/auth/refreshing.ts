import "server-only";
import { refresh } from "next/cache";
import type { Session } from "#lib/base/auth/session.ts";

/** Runs a command and shows the page anew, from which it was called. */
export function refreshing<Input, Result>(run: (session: Session, input: Input) => Promise<Result>) {
  return async (session: Session, input: Input): Promise<Result> => {
    const result = await run(session, input);
    refresh();
    return result;
  };
}
