import "server-only";
import { timingSafeEqual } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { getSession, type Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isForbidden } from "#lib/base/db/errors.ts";
import { problemResponse } from "#lib/base/http/problem.ts";
import { consume, type Limit } from "#lib/base/http/rate-limit.ts";
import { log } from "#lib/base/log.ts";
import { currentRequestId, inRequest } from "#lib/base/request-context.ts";

type Handler = (request: Request) => Promise<Response>;

/** What a handler answers: a response, or a value that becomes JSON. */
type Answer = Response | object;

interface PersonalRoute<Schema extends z.ZodType> {
  /** All of these. */
  permission: Permission | readonly Permission[];
  /** What the query string has to say. */
  schema: Schema;
  /** How often one person may ask. */
  limit?: Limit;
  run: (session: Session, input: z.output<Schema>) => Promise<Answer>;
}

/**
 * Makes the handler of an address that signed-in people ask: it finds the session, checks the permission, reads the query string, counts
 * against the limit and runs `run`. What goes wrong is answered as problem details; every answer names the request's id.
 */
export function route<Schema extends z.ZodType>({
  permission,
  schema,
  limit,
  run,
}: PersonalRoute<Schema>): Handler {
  const needed = [permission].flat();
  return answering(async (request) => {
    const session = await getSession();
    if (!session) return problemResponse({ status: 401, code: "signed_out" });
    if (!needed.every((one) => can(session.role, one)))
      return problemResponse({ status: 403, code: "forbidden" });
    const input = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!input.success)
      return problemResponse({ status: 400, code: "invalid_query", errors: errorsOf(input.error) });
    const seconds = limit ? await consume(limit, session.userId) : 0;
    if (seconds > 0) {
      const headers = { "Retry-After": String(seconds) };
      return problemResponse({ status: 429, code: "too_many_requests", headers });
    }
    return run(session, input.data);
  });
}

/** Makes the handler of an address that anybody may ask. */
export function publicRoute({ run }: { run: () => Promise<Answer> }): Handler {
  return answering(run);
}

/** Makes the handler of an address for a machine that knows a secret; while that is not set, for nobody. */
export function secretRoute({
  secret,
  run,
}: {
  secret: () => string | undefined;
  run: () => Promise<Answer>;
}): Handler {
  return answering(async (request) => {
    if (!knowsSecret(request.headers.get("authorization"), secret()))
      return problemResponse({ status: 401, code: "unauthorized" });
    return run();
  });
}

function answering(work: (request: Request) => Promise<Answer>): Handler {
  return (request) =>
    inRequest(request.headers, async () => {
      const response = await work(request).then(toResponse, toProblem);
      const id = currentRequestId();
      if (id) response.headers.set("X-Request-Id", id);
      return response;
    });
}

function toResponse(answer: Answer): Response {
  if (answer instanceof Response) return answer;
  return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
}

async function toProblem(error: unknown): Promise<Response> {
  if (error instanceof UserError) {
    const t = await getTranslations("errors");
    const detail = t(error.key as never, error.values as never);
    return problemResponse({ status: statusOf(error), code: error.key, detail });
  }
  if (isForbidden(error)) return problemResponse({ status: 403, code: "forbidden" });
  log.error({ err: error }, "a request failed");
  return problemResponse({ status: 500, code: "unknown" });
}

function statusOf({ key }: UserError): number {
  if (key === "authServerAway") return 503;
  return key.startsWith("notFound") ? 404 : 422;
}

function errorsOf({ issues }: z.ZodError): { field: string; code: string }[] {
  return issues.map(({ path, code }) => ({ field: path.join("."), code }));
}

/** Compared in constant time. */
function knowsSecret(authorization: string | null, secret: string | undefined): boolean {
  if (!secret || !authorization) return false;
  const expected = Buffer.from(`Bearer ${secret}`);
  const given = Buffer.from(authorization);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
