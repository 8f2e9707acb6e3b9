import { timingSafeEqual } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { generateLink } from "#scripts/stack/admin-links.ts";
import { createUser, deleteUser, findUser, listUsers, updateUser } from "#scripts/stack/admin-users.ts";
import { authError, RefusedError } from "#scripts/stack/auth-responses.ts";
import { readFactors, removeFactor } from "#scripts/stack/factor-rows.ts";

export interface AdminApiOptions {
  pool: pg.Pool;
  secretKey: string;
  appUrl: string;
  authUrl: string;
}

/**
 * The part of Supabase's auth API that only the secret key may use, as supabase-js calls it (`auth.admin.*`):
 * https://supabase.com/docs/reference/javascript/admin-api. The embedded auth server itself has none.
 */
export function createAdminApi(options: AdminApiOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isAuthorised(request, options.secretKey)) {
      return authError(401, "no_authorization", "This endpoint requires the secret key");
    }
    try {
      return await route(request, options);
    } catch (error) {
      if (error instanceof RefusedError) return authError(error.status, error.code, error.message);
      if (error instanceof z.ZodError) return authError(400, "validation_failed", z.prettifyError(error));
      if (error instanceof SyntaxError)
        return authError(400, "bad_json", "Could not parse request body as JSON");
      throw error;
    }
  };
}

async function route(request: Request, options: AdminApiOptions): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [resource, id, ...rest] = pathname.replace("/auth/v1/admin/", "").split("/");
  const { pool } = options;
  const [part, factorId, ...tooMuch] = rest;
  if ((part !== undefined && part !== "factors") || tooMuch.length > 0)
    return authError(404, "not_found", "Not found");
  if (resource === "generate_link" && id === undefined && request.method === "POST") {
    return Response.json(await generateLink(options, await request.json(), searchParams));
  }
  if (resource !== "users") return authError(404, "not_found", "Not found");
  if (id === undefined) {
    if (request.method === "POST") return Response.json(await createUser(pool, await request.json()));
    if (request.method === "GET") return listUsers(pool, searchParams);
    return methodNotAllowed();
  }
  if (!z.uuid().safeParse(id).success) return authError(404, "validation_failed", "user_id must be an UUID");
  if (part === "factors") return answerFactors(pool, request.method, id, factorId);
  if (request.method === "GET") return Response.json(await findUser(pool, id));
  if (request.method === "PUT") return Response.json(await updateUser(pool, id, await request.json()));
  if (request.method === "DELETE") {
    await deleteUser(pool, id, await request.text());
    return Response.json({});
  }
  return methodNotAllowed();
}

async function answerFactors(
  pool: pg.Pool,
  method: string,
  userId: string,
  factorId: string | undefined,
): Promise<Response> {
  await findUser(pool, userId);
  if (factorId === undefined && method === "GET") return Response.json(await readFactors(pool, userId));
  if (factorId !== undefined && method === "DELETE")
    return Response.json(await removeFactor(pool, userId, factorId));
  return methodNotAllowed();
}

function methodNotAllowed(): Response {
  return authError(405, "method_not_allowed", "Method not allowed");
}

function isAuthorised(request: Request, secretKey: string): boolean {
  const bearer = request.headers.get("authorization")?.replace(/^Bearer /i, "");
  return [request.headers.get("apikey"), bearer].some((key) => key && isSame(key, secretKey));
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
