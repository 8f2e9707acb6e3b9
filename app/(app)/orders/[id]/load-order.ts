import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getOrder, type OrderDetail } from "#lib/orders/order-query.ts";
import { orderIdSchema } from "#lib/orders/schema.ts";

/** The order of an address, read once for the title and the page. */
export const loadOrder = cache(async (id: string): Promise<OrderDetail> => {
  const session = await requirePermission("orders.read");
  const parsed = orderIdSchema.safeParse(id);
  const order = parsed.success ? await getOrder(session, parsed.data) : null;
  return order ?? notFound();
});
