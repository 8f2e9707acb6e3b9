import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Density } from "#lib/base/list/looks/model.ts";
import type { SavedListLook } from "#lib/base/list/looks/schema.ts";
import type { ListName } from "#lib/base/list/names.ts";

/** Keeps how the person has a list, and leaves the other lists as they are. */
export async function saveListLook(session: Session, list: ListName, look: SavedListLook): Promise<void> {
  const change = JSON.stringify({ [list]: look });
  await forUser(
    session,
    (tx) => tx.$executeRaw`
      insert into user_settings (user_id, list_preferences) values (${session.userId}::uuid, ${change}::jsonb)
      on conflict (user_id) do update set list_preferences = user_settings.list_preferences || excluded.list_preferences`,
  );
}

/** Has all lists of the person with rows of one height, also those that the person has had otherwise. */
export async function saveDensity(session: Session, density: Density): Promise<void> {
  await forUser(session, async (tx) => {
    await tx.user.updateMany({ where: { id: session.userId }, data: { density } });
    await tx.$executeRaw`
      update user_settings set list_preferences = (
        select coalesce(jsonb_object_agg(list, look || jsonb_build_object('density', ${density}::text)), '{}')
        from jsonb_each(list_preferences) as looks(list, look) where jsonb_typeof(look) = 'object')
      where user_id = ${session.userId}::uuid`;
  });
}
