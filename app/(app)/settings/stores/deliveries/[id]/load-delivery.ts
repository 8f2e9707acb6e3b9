import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getDelivery } from "#lib/deliveries/delivery-query.ts";
import { deliveryIdSchema } from "#lib/deliveries/schema.ts";

/** The delivery of an address, read once for the title and the page. */
export const loadDelivery = cache(async (id: string) => {
  const session = await requirePermission("stores.read");
  const parsed = deliveryIdSchema.safeParse({ id });
  const delivery = parsed.success ? await getDelivery(session, parsed.data.id) : null;
  return delivery ?? notFound();
});
