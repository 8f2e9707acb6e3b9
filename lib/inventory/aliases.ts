import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { loadPeople } from "#lib/team/names.ts";

/** Another SKU by which a product is ordered. */
export interface Alias {
  id: string;
  sku: string;
  /** In whose stores it means the product; null: in all. */
  ownerName: string | null;
  isForAll: boolean;
  /** Whether the person may say that it means it no longer. */
  isRemovable: boolean;
}

/** The other SKUs of a product, as far as the person sees them. */
export function listAliases(session: Session, productId: string): Promise<Alias[]> {
  const { role, userId } = session;
  return forUser(session, async (tx) => {
    const found = await tx.productAlias.findMany({
      where: { productId, workspaceId: session.workspace.id },
      select: { id: true, sku: true, userId: true },
      orderBy: [{ sku: "asc" }, { id: "asc" }],
    });
    const people = found.length > 0 ? await loadPeople(tx, session) : new Map<string, string>();
    return found.map(({ id, sku, userId: ownerId }) => ({
      id,
      sku,
      ownerName: ownerId ? (people.get(ownerId) ?? null) : null,
      isForAll: ownerId === null,
      isRemovable:
        can(role, "inventory.write") && (can(role, "inventory.writeForOthers") || ownerId === userId),
    }));
  });
}
