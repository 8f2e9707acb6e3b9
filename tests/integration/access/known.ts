import type { Sale } from "#tests/support/sales.ts";
import { mapValues } from "./map-values.ts";
import type { World } from "./world.ts";

/** The rows that hold what each seller knows of a customer. */
export function knownRows({ people, sales }: World): Record<string, string> {
  const of = (sale: Sale, userId: string) => `customer_id = '${sale.customerId}' and user_id = '${userId}'`;
  return {
    ...mapValues(sales, (sale) => of(sale, sale.sellerId)),
    given: of(sales.assigned, people.assignedSeller.userId),
  };
}

/** A row by which another seller would know a customer of the seller. */
export function knownByOthers({ ours, people, sales }: World): Record<string, string> {
  return {
    customer_id: sales.sellers.customerId,
    user_id: people.otherSeller.userId,
    workspace_id: ours.id,
  };
}
