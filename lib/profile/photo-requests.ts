import "server-only";
import type { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isOfScript, pictureResponse, readPictureBody } from "#lib/base/http/picture.ts";
import { problem } from "#lib/base/http/problem.ts";
import { dropPortrait, putPortrait, readPortrait } from "#lib/profile/photos.ts";
import type { portraitQuerySchema } from "#lib/profile/schema.ts";

/** Answers with the photo of somebody who works in the workspace. */
export async function answerPortrait(
  session: Session,
  { person, version }: z.output<typeof portraitQuerySchema>,
): Promise<Response> {
  const photo = await readPortrait(session, person);
  return photo ? pictureResponse(photo, version) : problem(404, "notFoundPhoto");
}

/** Takes the body of a request as the photo of the person who asks. */
export async function takePortrait(session: Session, request: Request): Promise<Response | { ok: true }> {
  if (!isOfScript(request)) return problem(415, "unsupported_media_type");
  const body = await readPictureBody(request);
  if (body instanceof Response) return body;
  if (body === "too_large") throw new UserError("photoTooLarge");
  await putPortrait(session, body);
  return { ok: true };
}

/** Removes the photo of the person who asks. */
export async function removePortrait(session: Session): Promise<{ ok: true }> {
  await dropPortrait(session);
  return { ok: true };
}
