import "server-only";
import type { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isOfScript, pictureResponse, readPictureBody } from "#lib/base/http/picture.ts";
import { problem } from "#lib/base/http/problem.ts";
import { dropPhoto, putPhoto, readProductPhoto } from "#lib/inventory/photos.ts";
import { getProduct } from "#lib/inventory/queries.ts";
import type { photoQuerySchema } from "#lib/inventory/schema.ts";

type PhotoQuery = z.output<typeof photoQuerySchema>;

/** Answers with the photo of a product. */
export async function answerPhoto(session: Session, { product, version }: PhotoQuery): Promise<Response> {
  const photo = await readProductPhoto(session, product);
  if (!photo) return problem(404, "notFoundPhoto");
  return pictureResponse(photo, version);
}

/** Takes the body of a request as the photo of a product. Who may not change the product, or sends too much, is refused before it is read. */
export async function takePhoto(
  session: Session,
  request: Request,
  { product }: PhotoQuery,
): Promise<Response | { ok: true }> {
  if (!isOfScript(request)) return problem(415, "unsupported_media_type");
  const known = await getProduct(session, product);
  if (!known?.isWritable) throw new UserError("notFoundProduct");
  const body = await readPictureBody(request);
  if (body instanceof Response) return body;
  if (body === "too_large") throw new UserError("photoTooLarge");
  await putPhoto(session, product, body);
  return { ok: true };
}

/** Removes the photo of a product. */
export async function removePhoto(session: Session, { product }: PhotoQuery): Promise<{ ok: true }> {
  await dropPhoto(session, product);
  return { ok: true };
}
