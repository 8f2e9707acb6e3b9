import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getProduct, type ProductRow } from "#lib/inventory/queries.ts";
import { productSchema } from "#lib/inventory/schema.ts";

/** The product of an address, read once for the title and the page. */
export const loadProduct = cache(async (id: string): Promise<ProductRow> => {
  const session = await requirePermission("inventory.read");
  const parsed = productSchema.safeParse({ id });
  const product = parsed.success ? await getProduct(session, parsed.data.id) : null;
  return product ?? notFound();
});

/** The same for those who may change it. */
export const loadWritableProduct = cache(async (id: string): Promise<ProductRow> => {
  await requirePermission("inventory.write");
  const product = await loadProduct(id);
  return product.isWritable ? product : notFound();
});
