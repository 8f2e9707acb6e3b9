import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { problem } from "#lib/base/http/problem.ts";
import { readBodyOf } from "#lib/deliveries/delivery-query.ts";

/** Answers with the exact bytes of a delivery's body, as a file that no browser opens: a store may have sent anything. */
export async function answerBody(session: Session, { id }: { id: string }): Promise<Response> {
  const body = await readBodyOf(session, id);
  if (!body) return problem(404, "notFoundBody");
  return new Response(new Uint8Array(body), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(body.byteLength),
      "Content-Disposition": `attachment; filename="delivery-${id}.txt"`,
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
