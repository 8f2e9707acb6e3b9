import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { MovementKind } from "#lib/inventory/model.ts";
import { loadNames } from "#lib/team/names.ts";

/** One move of a product's stock, with the order or person behind it. */
export interface StockMove {
  id: string;
  at: Date;
  kind: MovementKind;
  /** What it changed on the shelf and of the reserved, and how many units it is about. */
  delta: number;
  reservedDelta: number;
  quantity: number;
  /** What was available once it was made. */
  availableAfter: number;
  reason: string | null;
  /** Who was signed in; null: the system. */
  personName: string | null;
  /** Null: moved by hand, or by an order that the person may not see. */
  order: { id: string; number: string; storeName: string | null; leadId: string | null } | null;
  isOfHiddenOrder: boolean;
}

/** Where a page of the history begins, and what was available then. */
export interface HistoryPlace {
  before: string;
  available: number;
}

export interface History {
  moves: StockMove[];
  /** How many there are, older ones and all. */
  total: number;
  /** Where the page of older moves begins; null: there are none. */
  next: HistoryPlace | null;
}

const pageSize = 50;

interface FoundMove extends Omit<StockMove, "order" | "availableAfter" | "personName" | "isOfHiddenOrder"> {
  seq: string;
  available: number;
  userId: string | null;
  orderItemId: string | null;
  orderId: string | null;
  orderNumber: string | null;
  integrationId: string | null;
  leadId: string | null;
}

/** The moves of a product, newest first, a page at a time. */
export function loadHistory(session: Session, productId: string, place?: HistoryPlace): Promise<History> {
  const older = place ? Prisma.sql`and move.seq < ${BigInt(place.before)}` : Prisma.empty;
  return forUser(session, async (tx) => {
    const found = await tx.$queryRaw<FoundMove[]>`
      select move.id, move.seq::text as seq, move.created_at as at, move.kind, move.delta::float8 as delta,
        move.reserved_delta::float8 as "reservedDelta", move.quantity::float8 as quantity, move.reason, move.user_id as "userId",
        move.order_item_id as "orderItemId", whole.id as "orderId", whole.order_number as "orderNumber",
        whole.integration_id as "integrationId", lead.id as "leadId",
        (product.stock - product.reserved)::float8 as available
      from stock_movements move
      join products product on product.id = move.product_id
      left join order_items item on item.id = move.order_item_id
      left join orders whole on whole.id = item.order_id
      left join crm_leads lead on lead.order_id = whole.id
      where move.product_id = ${productId}::uuid and product.workspace_id = ${session.workspace.id}::uuid ${older}
      order by move.seq desc limit ${pageSize + 1}`;
    const [counted] = await tx.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from stock_movements where product_id = ${productId}::uuid`;
    const names = await loadNames(tx, session);
    let available = place?.available ?? found[0]?.available ?? 0;
    const moves = found.slice(0, pageSize).map((move): StockMove => {
      const availableAfter = available;
      available -= move.delta - move.reservedDelta;
      const { id, at, kind, delta, reservedDelta, quantity, reason } = move;
      return {
        ...{ id, at, kind, delta, reservedDelta, quantity, reason, availableAfter },
        personName: move.userId ? (names.people.get(move.userId) ?? null) : null,
        order:
          (move.orderId && {
            id: move.orderId,
            number: move.orderNumber ?? "",
            storeName: names.stores.get(move.integrationId ?? "") ?? null,
            leadId: move.leadId,
          }) ||
          null,
        isOfHiddenOrder: move.orderItemId !== null && move.orderId === null,
      };
    });
    const last = found[pageSize - 1];
    return {
      moves,
      total: counted?.total ?? 0,
      next: found.length > pageSize && last ? { before: last.seq, available } : null,
    };
  });
}
