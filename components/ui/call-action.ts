import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

/** Calls a server action; a server that can't be reached is a refusal too, and a redirect goes on to where it leads. */
export async function callAction<Result>(
  action: () => Promise<ActionResult<Result>>,
  unreachable: string,
): Promise<ActionResult<Result>> {
  try {
    return await action();
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, message: unreachable };
  }
}
