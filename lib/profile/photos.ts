import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { files } from "#lib/base/files/files.ts";
import { keepPicture, readKeptPicture } from "#lib/base/files/keep-picture.ts";
import type { KeptPicture } from "#lib/base/http/picture.ts";

/**
 * Shows the person by a picture, in place of the one before.
 *
 * @throws UserError when it is no picture or too large a one
 */
export async function putPortrait(session: Session, bytes: Uint8Array): Promise<void> {
  const kept = await keepPicture({ folder: session.userId, removedBy: "remove-unused-portrait" }, bytes);
  if (typeof kept === "string") throw new UserError(kept);
  await setPortrait(session, kept.key);
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
  return readKeptPicture((await portraitsOf(session)).find(({ id }) => id === personId)?.photo);
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
