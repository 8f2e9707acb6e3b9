import "server-only";
import { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Density } from "#lib/base/list/looks/model.ts";
import { densitySchema, listLookSchema, type SavedListLook } from "#lib/base/list/looks/schema.ts";
import type { ListName } from "#lib/base/list/names.ts";

const usualDensity: Density = "comfortable";

const looksSchema = z.record(z.string(), z.unknown()).catch({});

/** How the person has a list: as it was left, else with the rows that the person wants of all; null where nothing was ever changed. */
export async function getListLook(session: Session, list: ListName): Promise<SavedListLook | null> {
  const { density, looks } = await readLooks(session);
  const look = listLookSchema.safeParse(looks[list]).data;
  if (look) return look;
  return density === usualDensity ? null : { density, hidden: [], order: [] };
}

/** How high the person wants rows. */
export async function getDensity(session: Session): Promise<Density> {
  return (await readLooks(session)).density;
}

async function readLooks(session: Session): Promise<{ density: Density; looks: Record<string, unknown> }> {
  const person = await forUser(session, (tx) =>
    tx.user.findUnique({
      where: { id: session.userId },
      select: { density: true, settings: { select: { listPreferences: true } } },
    }),
  );
  return {
    density: densitySchema.shape.density.catch(usualDensity).parse(person?.density),
    looks: looksSchema.parse(person?.settings?.listPreferences),
  };
}
