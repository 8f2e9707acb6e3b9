import "server-only";
import type { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { readBody } from "#lib/base/http/body.ts";
import { problem } from "#lib/base/http/problem.ts";
import { dropPhoto, putPhoto, readPhoto } from "#lib/inventory/photos.ts";
import { getProduct } from "#lib/inventory/queries.ts";
import type { photoQuerySchema } from "#lib/inventory/schema.ts";

type PhotoQuery = z.output<typeof photoQuerySchema>;

const mostBytes = 5_000_000;
const bodyTime = 30_000;

/** Answers with the photo of a product: to this browser alone, as nothing but the picture that it is. */
export async function answerPhoto(session: Session, { product, version }: PhotoQuery): Promise<Response> {
  const photo = await readPhoto(session, product);
  if (!photo) return problem(404, "notFoundPhoto");
  // Another photo has another version; asked without one, it is asked anew each time.
  const isOfVersion = version !== undefined && photo.key.endsWith(`/${version}`);
  return new Response(photo.bytes, {
    headers: {
      "Content-Type": photo.type,
      "Content-Length": String(photo.bytes.byteLength),
      "Content-Disposition": "inline",
      "Cache-Control": isOfVersion ? "private, max-age=86400, immutable" : "private, no-cache",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** Takes the body of a request as the photo of a product. Who may not change the product, or sends too much, is refused before it is read. */
export async function takePhoto(
  session: Session,
  request: Request,
  { product }: PhotoQuery,
): Promise<Response | { ok: true }> {
  // A form of another site can't send this type without asking first.
  if (request.headers.get("content-type") !== "application/octet-stream")
    return problem(415, "unsupported_media_type");
  const known = await getProduct(session, product);
  if (!known?.isWritable) throw new UserError("notFoundProduct");
  const body = await readBody(request, { limit: mostBytes, milliseconds: bodyTime });
  if (body === "too_large") throw new UserError("photoTooLarge");
  if (typeof body === "string") return problem(408, "too_slow");
  await putPhoto(session, product, body);
  return { ok: true };
}

/** Removes the photo of a product. */
export async function removePhoto(session: Session, { product }: PhotoQuery): Promise<{ ok: true }> {
  await dropPhoto(session, product);
  return { ok: true };
}
