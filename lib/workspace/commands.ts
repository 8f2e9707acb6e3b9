import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { keepPicture, readKeptPicture } from "#lib/base/files/keep-picture.ts";
import type { KeptPicture } from "#lib/base/http/picture.ts";
import type { WorkspaceChange } from "#lib/workspace/schema.ts";

/**
 * Changes what the workspace says of itself. Amounts keep the currency that they came in: another one is that of what is added from then on.
 *
 * @throws UserError when the person is no admin
 */
export async function changeWorkspace(session: Session, change: WorkspaceChange): Promise<void> {
  await update(session, change);
}

/**
 * Shows the workspace by a logo, in place of the one before.
 *
 * @throws UserError when it is no picture, too large a one or no square, or the person is no admin
 */
export async function putLogo(session: Session, bytes: Uint8Array): Promise<void> {
  const kept = await keepPicture({ folder: session.workspace.id, removedBy: "remove-unused-photo" }, bytes, {
    isSquare: true,
  });
  if (typeof kept === "string") throw new UserError(kept);
  await update(session, { logo: kept.key });
}

/** Shows the workspace by no logo any more. */
export function dropLogo(session: Session): Promise<void> {
  return update(session, { logo: null });
}

/** The workspace's logo; null when it has none. */
export function readLogo(session: Session): Promise<KeptPicture | null> {
  return readKeptPicture(session.workspace.logo);
}

async function update(
  session: Session,
  { workingHours, ...change }: WorkspaceChange & { logo?: string | null },
): Promise<void> {
  // Of an interface Prisma doesn't know that it is JSON.
  const data = {
    ...change,
    ...(workingHours && { workingHours: { ...workingHours } as Prisma.InputJsonObject }),
  };
  const { count } = await forUser(session, (tx) =>
    tx.workspace.updateMany({ where: { id: session.workspace.id }, data }),
  );
  if (count === 0) throw new UserError("forbidden");
}
