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
 * @param version which one is asked for; another picture has another, and without one it is asked anew each time
 */
export function answerPicture({ key, type, bytes }: KeptPicture, version: string | undefined): Response {
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

/** Whether a request may bring a picture: a form of another site can't send this type without asking first. */
export function bringsPicture(request: Request): boolean {
  return request.headers.get("content-type") === "application/octet-stream";
}

/** Reads a picture from the body of a request, or says why not. */
export async function readPictureBody(request: Request): Promise<Buffer | "tooLarge" | Response> {
  const body = await readBody(request, { limit: mostBytes, milliseconds: bodyTime });
  if (body === "too_large") return "tooLarge";
  return typeof body === "string" ? problem(408, "too_slow") : body;
}
