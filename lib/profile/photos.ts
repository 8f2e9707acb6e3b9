import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { files } from "#lib/base/files/files.ts";
import { newFileKey } from "#lib/base/files/key.ts";
import { readPhoto } from "#lib/base/files/photo.ts";
import { type PictureKind, pictureTypes } from "#lib/base/files/picture.ts";
import type { KeptPicture } from "#lib/base/http/picture.ts";

/**
 * Shows the person by a picture, in place of the one before. Before the file comes, a job is queued that removes it later unless the person has it by
 * then: whatever breaks in between, no file is left behind.
 *
 * @throws UserError when it is no picture or too large a one
 */
export async function putPortrait(session: Session, bytes: Uint8Array): Promise<void> {
  const picture = readPhoto(bytes);
  if (typeof picture === "string") throw new UserError(picture);
  const key = newFileKey(session.userId, picture.kind);
  await forSystem(
    (tx) => tx.$executeRaw`
      select graphile_worker.add_job('remove-unused-portrait', json_build_object('key', ${key}::text),
        run_at := now() + interval '1 hour', job_key := 'remove-unused-portrait:' || ${key}, max_attempts := 15)`,
  );
  await files().put(key, bytes, pictureTypes[picture.kind]);
  await setPortrait(session, key);
}

/** Shows the person by no picture any more. */
export function dropPortrait(session: Session): Promise<void> {
  return setPortrait(session, null);
}

/** The file of what was there before is removed by a job that the database queues with the change. */
async function setPortrait(session: Session, key: string | null): Promise<void> {
  await forUser(session, (tx) => tx.user.updateMany({ where: { id: session.userId }, data: { photo: key } }));
}

/** The photos of whoever works in the workspace, by person: the part of the key that tells one version from another. */
export async function listPortraits(session: Session): Promise<Record<string, string>> {
  const rows = await portraitsOf(session);
  return Object.fromEntries(rows.map(({ id, photo }) => [id, photo.slice(photo.indexOf("/") + 1)]));
}

/** The photo of somebody who works in the workspace; null when the person does not, or has none. */
export async function readPortrait(session: Session, personId: string): Promise<KeptPicture | null> {
  const key = (await portraitsOf(session)).find(({ id }) => id === personId)?.photo;
  const bytes = key ? await files().read(key) : null;
  if (!key || !bytes) return null;
  return { key, bytes, type: pictureTypes[key.slice(key.lastIndexOf(".") + 1) as PictureKind] };
}

function portraitsOf(session: Session): Promise<{ id: string; photo: string }[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<{ id: string; photo: string }[]>`
      select id, photo from astra.photos_of_colleagues(${session.workspace.id}::uuid)`,
  );
}

/** Removes the file of a photo, unless a person has it: a job. */
export async function removeUnusedPortrait(key: string): Promise<void> {
  const [userId] = key.split("/");
  const used = await forSystem((tx) => tx.user.count({ where: { id: userId ?? "", photo: key } }));
  if (used === 0) await files().remove(key);
}
