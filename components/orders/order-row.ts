import type { OrderRow } from "#lib/orders/queries.ts";

/** An order in the list, with its phone number as people read it. */
export interface ListedOrder extends OrderRow {
  phoneText: string | null;
}
