import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isOfScript, pictureResponse, readPictureBody } from "#lib/base/http/picture.ts";
import { problem } from "#lib/base/http/problem.ts";
import { dropLogo, putLogo, readLogo } from "#lib/workspace/commands.ts";

/** Answers with the logo of the person's workspace. */
export async function answerLogo(
  session: Session,
  { version }: { version?: string | undefined },
): Promise<Response> {
  const logo = await readLogo(session);
  return logo ? pictureResponse(logo, version) : problem(404, "notFoundPhoto");
}

/** Takes the body of a request as the logo of the workspace. */
export async function takeLogo(session: Session, request: Request): Promise<Response | { ok: true }> {
  if (!isOfScript(request)) return problem(415, "unsupported_media_type");
  const body = await readPictureBody(request);
  if (body === "too_large") throw new UserError("photoTooLarge");
  if (body instanceof Response) return body;
  await putLogo(session, body);
  return { ok: true };
}

/** Removes the logo of the workspace. */
export async function removeLogo(session: Session): Promise<{ ok: true }> {
  await dropLogo(session);
  return { ok: true };
}
