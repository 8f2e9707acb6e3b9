import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { files } from "#lib/base/files/files.ts";
import { keepPicture, readKeptPicture } from "#lib/base/files/keep-picture.ts";
import type { KeptPicture } from "#lib/base/http/picture.ts";

/**
 * Shows a product by a picture, in place of the one before.
 *
 * @throws UserError when it is no picture or too large a one, or there is no such product
 */
export async function putPhoto(session: Session, productId: string, bytes: Uint8Array): Promise<void> {
  const kept = await keepPicture({ folder: session.workspace.id, removedBy: "remove-unused-photo" }, bytes);
  if (typeof kept === "string") throw new UserError(kept);
  await setPhoto(session, productId, kept.key);
}

/**
 * Shows a product by no picture any more.
 *
 * @throws UserError when there is no such product
 */
export function dropPhoto(session: Session, productId: string): Promise<void> {
  return setPhoto(session, productId, null);
}

/** The file of what was there before is removed by a job that the database queues with the change. */
async function setPhoto(session: Session, productId: string, key: string | null): Promise<void> {
  const changed = await forUser(
    session,
    (tx) => tx.$executeRaw`
      update products set photo = ${key} where id = ${productId}::uuid and workspace_id = ${session.workspace.id}::uuid`,
  );
  if (changed === 0) throw new UserError("notFoundProduct");
}

/** Reads the photo of a product; null when the person may not see the product, or it has none. */
export async function readProductPhoto(session: Session, productId: string): Promise<KeptPicture | null> {
  const [product] = await forUser(
    session,
    (tx) => tx.$queryRaw<{ photo: string | null }[]>`
      select photo from products where id = ${productId}::uuid and workspace_id = ${session.workspace.id}::uuid`,
  );
  return readKeptPicture(product?.photo);
}

/** Removes the file of a picture, unless a product or the workspace has it: a job. */
export async function removeUnusedPhoto(key: string): Promise<void> {
  const [workspaceId] = key.split("/");
  const used = await forSystem(
    (tx) => tx.$queryRaw`
      select 1 from products where workspace_id = ${workspaceId}::uuid and photo = ${key}
      union all select 1 from workspaces where id = ${workspaceId}::uuid and logo = ${key}`,
  );
  if ((used as unknown[]).length === 0) await files().remove(key);
}
