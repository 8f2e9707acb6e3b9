import "server-only";
import { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { listLookSchema, type SavedListLook } from "#lib/base/list/looks/schema.ts";
import type { ListName } from "#lib/base/list/names.ts";

const looksSchema = z.record(z.string(), z.unknown()).catch({});

/** How the person has a list; null when it was never changed. */
export async function getListLook(session: Session, list: ListName): Promise<SavedListLook | null> {
  const settings = await forUser(session, (tx) =>
    tx.userSettings.findUnique({ where: { userId: session.userId }, select: { listPreferences: true } }),
  );
  const looks = looksSchema.parse(settings?.listPreferences);
  return listLookSchema.safeParse(looks[list]).data ?? null;
}
