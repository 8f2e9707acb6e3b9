import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** A store as its settings show it; never its secrets. */
export interface StoreRow {
  id: string;
  name: string;
  type: StoreType;
  domain: string;
  isActive: boolean;
  pausedReason: string | null;
  owner: { id: string; name: string };
  lastDeliveryAt: Date | null;
  pingedAt: Date | null;
  signatureFailedAt: Date | null;
  failedDeliveries: number;
  createdAt: Date;
}

const select = {
  id: true,
  name: true,
  type: true,
  domain: true,
  isActive: true,
  pausedReason: true,
  user: { select: { id: true, name: true } },
  lastDeliveryAt: true,
  pingedAt: true,
  signatureFailedAt: true,
  createdAt: true,
  _count: { select: { deliveries: { where: { status: "failed" } } } },
} satisfies Prisma.IntegrationSelect;

function toRow({
  user,
  _count,
  type,
  ...store
}: Prisma.IntegrationGetPayload<{ select: typeof select }>): StoreRow {
  return { ...store, type: type as StoreType, owner: user, failedDeliveries: _count.deliveries };
}

/** The stores whose settings the person may see, newest first. */
export async function listStores(session: Session): Promise<StoreRow[]> {
  const stores = await forUser(session, (tx) =>
    tx.integration.findMany({
      where: { workspaceId: session.workspace.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select,
    }),
  );
  return stores.map(toRow);
}

/** A delivery as a store's settings list it, without its payload. */
export interface DeliveryRow {
  id: string;
  topic: string;
  status: "received" | "processed" | "ignored" | "failed";
  error: string | null;
  attempts: number;
  receivedAt: Date;
}

const shownDeliveries = 20;

/** One store with its deliveries, failed ones first, then newest first; null when there is none that the person may see. */
export async function getStore(
  session: Session,
  id: string,
): Promise<{ store: StoreRow; deliveries: DeliveryRow[] } | null> {
  return forUser(session, async (tx) => {
    const store = await tx.integration.findUnique({ where: { id }, select });
    if (!store) return null;
    const failed = await selectDeliveries(tx, { integrationId: id, status: "failed" });
    const others = await selectDeliveries(tx, { integrationId: id, status: { not: "failed" } });
    const deliveries = [...failed, ...others].slice(0, shownDeliveries);
    return { store: toRow(store), deliveries: deliveries as DeliveryRow[] };
  });
}

function selectDeliveries(tx: Transaction, where: Prisma.WebhookDeliveryWhereInput) {
  return tx.webhookDelivery.findMany({
    where,
    orderBy: { receivedAt: "desc" },
    take: shownDeliveries,
    select: { id: true, topic: true, status: true, error: true, attempts: true, receivedAt: true },
  });
}

/** The members who can own a store, by name: for an admin who connects one for somebody. */
export async function listPossibleOwners(session: Session): Promise<{ id: string; name: string }[]> {
  const members = await forUser(session, (tx) =>
    tx.membership.findMany({
      where: {
        workspaceId: session.workspace.id,
        isActive: true,
        role: { in: ["admin", "manager", "seller"] },
      },
      orderBy: { user: { name: "asc" } },
      select: { user: { select: { id: true, name: true } } },
    }),
  );
  return members.map((member) => member.user);
}
