import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getStore } from "#lib/stores/queries.ts";
import { storeIdSchema } from "#lib/stores/schema.ts";

/** The store of an address, read once for the title and the page. */
export const loadStore = cache(async (id: string) => {
  const session = await requirePermission("stores.read");
  const parsed = storeIdSchema.safeParse({ id });
  const found = parsed.success ? await getStore(session, parsed.data.id) : null;
  return found ?? notFound();
});
