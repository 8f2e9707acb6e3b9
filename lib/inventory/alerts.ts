import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forSystem, forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { AlertKind } from "#lib/inventory/model.ts";

/** A product that became low, out, oversold or available again. */
export interface StockAlert {
  id: string;
  workspaceId: string;
  at: Date;
  kind: AlertKind;
  productId: string;
  sku: string;
  name: string;
  /** What was available then. */
  available: number;
}

const alertOfProduct = Prisma.sql`
  select alert.id, alert.workspace_id as "workspaceId", alert.created_at as at, alert.kind, product.id as "productId", product.sku, product.name,
    alert.available::float8 as available
  from stock_alerts alert join products product on product.id = alert.product_id`;

/** The newest alerts that the person may see; of one product, or of all. */
export function listStockAlerts(
  session: Session,
  productId: string | null,
  limit = 20,
): Promise<StockAlert[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<StockAlert[]>`
      ${alertOfProduct}
      where alert.workspace_id = ${session.workspace.id}::uuid and (${productId}::uuid is null or product.id = ${productId}::uuid)
      order by alert.created_at desc, alert.id limit ${limit}`,
  );
}

/** The products that came back within the last day and have not run low since, the newest first. */
export function listRestocked(session: Session, limit = 3): Promise<StockAlert[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<StockAlert[]>`
      ${alertOfProduct}
      where alert.workspace_id = ${session.workspace.id}::uuid and alert.kind = 'restocked'
        and alert.created_at > now() - interval '1 day' and product.archived_at is null
        and not exists (select from stock_alerts later where later.product_id = alert.product_id and later.created_at > alert.created_at)
      order by alert.created_at desc, alert.id limit ${limit}`,
  );
}

/** What a person still has to hear of: the newest alert of each product of the last day, and all alerts that it stands for. */
export interface UntoldAlerts {
  alerts: StockAlert[];
  ids: string[];
}

/** Of a product that crossed to and fro only the last counts. */
export async function findUntoldAlerts(userId: string): Promise<UntoldAlerts> {
  const rows = await forSystem(
    (tx) => tx.$queryRaw<StockAlert[]>`
      ${alertOfProduct}
      join memberships member on member.workspace_id = alert.workspace_id and member.user_id = ${userId}::uuid and member.is_active
      where (product.user_id = ${userId}::uuid or (product.user_id is null and member.role in ('admin', 'manager')))
        and alert.created_at > now() - interval '1 day' and not ${userId}::uuid = any (alert.told_to)
      order by alert.created_at, alert.id`,
  );
  const newest = new Map(rows.map((alert) => [alert.productId, alert]));
  return { alerts: [...newest.values()], ids: rows.map(({ id }) => id) };
}

/** Notes that a person heard of alerts. */
export async function noteTold(tx: Transaction, userId: string, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    update stock_alerts set told_to = array_append(told_to, ${userId}::uuid)
    where id = any (${ids}::uuid[]) and not ${userId}::uuid = any (told_to)`;
}
