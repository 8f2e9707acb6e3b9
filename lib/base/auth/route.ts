import "server-only";
import type { z } from "zod";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { reloadSession, type Session } from "#lib/base/auth/session.ts";
import { getToken, type Token } from "#lib/base/auth/token.ts";
import { problem } from "#lib/base/http/problem.ts";
import { inRequest } from "#lib/base/request-context.ts";

/** A request of a person who may make it. */
export interface Asked<Query> {
  session: Session;
  /** For `reloadSession`, where an answer takes so long that the person may lose rights on the way. */
  token: Token;
  query: Query;
  request: Request;
}

/**
 * Makes a route handler for signed-in people: it finds the session, checks the permission, parses the query string and runs `run`. Whoever
 * may not hears so as a problem (RFC 9457).
 */
export function route<Schema extends z.ZodType>(options: {
  permission: Permission;
  schema: Schema;
  run: (asked: Asked<z.output<Schema>>) => Promise<Response>;
}): (request: Request) => Promise<Response> {
  return (request) =>
    inRequest(request.headers, async () => {
      const token = await getToken();
      const session = token && (await reloadSession(token));
      if (!session) return problem(401, "unauthorized");
      if (!can(session.role, options.permission)) return problem(403, "forbidden");
      const { searchParams } = new URL(request.url);
      const query = options.schema.safeParse(Object.fromEntries(searchParams));
      if (!query.success) return problem(400, "invalid_query");
      return options.run({ session, token, query: query.data, request });
    });
}
