import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { getSession } from "#lib/base/auth/session.ts";
import { consume } from "#lib/base/http/rate-limit.ts";
import { log } from "#lib/base/log.ts";
import { inRequest } from "#lib/base/request-context.ts";
import { searchPalette } from "#lib/palette/queries.ts";
import { paletteQuerySchema } from "#lib/palette/schema.ts";

export const dynamic = "force-dynamic";

const needed: Permission[] = ["leads.read", "orders.read", "customers.read"];

/** More than anybody types. */
const limit = { name: "palette", points: 200, seconds: 60 };

/** What the command palette finds for `q`. */
export function GET(request: Request): Promise<Response> {
  return inRequest(request.headers, async () => {
    const session = await getSession();
    if (!session) return answer({ result: "unauthorized" }, 401);
    if (!needed.every((permission) => can(session.role, permission)))
      return answer({ result: "forbidden" }, 403);
    const query = paletteQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) return answer({ result: "invalid_query" }, 400);
    if ((await consume(limit, session.userId)) > 0) return answer({ result: "too_many_requests" }, 429);
    try {
      return answer(await searchPalette(session, query.data.q), 200);
    } catch (error) {
      log.error({ err: error }, "the palette's search failed");
      return answer({ result: "failed" }, 500);
    }
  });
}

function answer(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
