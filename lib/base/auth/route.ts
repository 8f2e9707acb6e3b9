import "server-only";
import { timingSafeEqual } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { accountOf, reloadSession, type Session } from "#lib/base/auth/session.ts";
import { getToken, type Token } from "#lib/base/auth/token.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isForbidden } from "#lib/base/db/errors.ts";
import { env } from "#lib/base/env.ts";
import { clientAddress } from "#lib/base/http/client-address.ts";
import { problem } from "#lib/base/http/problem.ts";
import { consume, type Limit } from "#lib/base/http/rate-limit.ts";
import { askedLocale } from "#lib/base/i18n/asked.ts";
import { log } from "#lib/base/log.ts";
import { currentRequestId, inRequest } from "#lib/base/request-context.ts";

type Handler = (request: Request) => Promise<Response>;

/** What a handler answers: a response, or a value that becomes JSON. */
type Answer = Response | object;

/** A request of a person who may make it. */
export interface Asked<Query> {
  session: Session;
  /** For `reloadSession`, where an answer takes so long that the person may lose rights on the way. */
  token: Token;
  query: Query;
  request: Request;
}

interface PersonalRoute<Schema extends z.ZodType> {
  /** All of these. */
  permission: Permission | readonly Permission[];
  /** What the query string has to say. */
  schema: Schema;
  /** How often one person may ask. */
  limit?: Limit;
  run: (asked: Asked<z.output<Schema>>) => Promise<Answer>;
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
    const token = await getToken();
    const session =
      token && (await reloadSession(token, askedLocale(request.headers.get("accept-language"))));
    if (!session) return problem(401, "unauthorized");
    // Whoever looks at Astra as another member reads, and changes nothing.
    if (session.viewing && request.method !== "GET") return problem(403, "viewing");
    if (!needed.every((one) => can(session.role, one))) return problem(403, "forbidden");
    const query = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) return problem(400, "invalid_query", { errors: errorsOf(query.error) });
    const seconds = limit ? await consume(limit, accountOf(session)) : 0;
    if (seconds > 0)
      return problem(429, "too_many_requests", { headers: { "Retry-After": String(seconds) } });
    return run({ session, token, query: query.data, request });
  }, addressOf);
}

function addressOf({ headers }: Request): string {
  return clientAddress(headers, env().TRUSTED_PROXIES);
}

/** Makes the handler of an address that anybody may ask. */
export function publicRoute({ run }: { run: (request: Request) => Promise<Answer> }): Handler {
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
    if (!knowsSecret(request.headers.get("authorization"), secret())) return problem(401, "unauthorized");
    return run();
  });
}

function answering(
  work: (request: Request) => Promise<Answer>,
  addressOf: (request: Request) => string | null = () => null,
): Handler {
  return (request) => {
    const answer = async () => {
      const response = await work(request).then(toResponse, toProblem);
      const id = currentRequestId();
      if (id) response.headers.set("X-Request-Id", id);
      return response;
    };
    return inRequest(request.headers, answer, addressOf(request));
  };
}

function toResponse(answer: Answer): Response {
  if (answer instanceof Response) return answer;
  return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
}

async function toProblem(error: unknown): Promise<Response> {
  if (error instanceof UserError) {
    const t = await getTranslations("errors");
    const detail = t(error.key, error.values as never);
    return problem(statusOf(error), error.key, { detail });
  }
  if (isForbidden(error)) return problem(403, "forbidden");
  log.error({ err: error }, "a request failed");
  return problem(500, "unknown");
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
