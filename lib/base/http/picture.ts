import "server-only";
import { readBody } from "#lib/base/http/body.ts";
import { problem } from "#lib/base/http/problem.ts";

const mostBytes = 5_000_000;
const bodyTime = 30_000;

/** A picture as it is kept. */
export interface KeptPicture {
  key: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Answers with a picture: to this browser alone, as nothing but the picture that it is.
 *
 * @param version the one that was asked for, which another picture does not have; without it, it is asked anew each time
 */
export function pictureResponse({ key, type, bytes }: KeptPicture, version: string | undefined): Response {
  const isOfVersion = version !== undefined && key.endsWith(`/${version}`);
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": "inline",
      "Cache-Control": isOfVersion ? "private, max-age=86400, immutable" : "private, no-cache",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** Whether a request sends bytes by our own script: a form of another site can't send this type without asking first. */
export function isOfScript(request: Request): boolean {
  return request.headers.get("content-type") === "application/octet-stream";
}

/** The bytes of a picture that a request sends, or why there are none. */
export async function readPictureBody(request: Request): Promise<Uint8Array | "too_large" | Response> {
  const body = await readBody(request, { limit: mostBytes, milliseconds: bodyTime });
  if (body === "too_large") return body;
  return typeof body === "string" ? problem(408, "too_slow") : body;
}
