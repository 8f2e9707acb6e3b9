import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requirePermission } from "#lib/base/auth/session.ts";
import { type CustomerDetail, getCustomer } from "#lib/customers/customer-query.ts";
import { customerIdSchema } from "#lib/customers/schema.ts";

/** The customer of an address, read once for the title and the page. */
export const loadCustomer = cache(async (id: string): Promise<CustomerDetail> => {
  const session = await requirePermission("customers.read");
  const parsed = customerIdSchema.safeParse(id);
  const customer = parsed.success ? await getCustomer(session, parsed.data) : null;
  if (customer?.mergedIntoId) redirect(`/customers/${customer.mergedIntoId}`);
  return customer ?? notFound();
});
