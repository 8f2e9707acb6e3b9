import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { ProfileChange } from "#lib/profile/schema.ts";

/** Changes the person's own profile. */
export async function changeProfile(session: Session, change: ProfileChange): Promise<void> {
  await forUser(session, (tx) => tx.user.updateMany({ where: { id: session.userId }, data: change }));
}
