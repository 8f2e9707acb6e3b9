import type { CustomerRow } from "#lib/customers/queries.ts";

/** A customer in the list, with the phone number as people read it. */
export interface ListedCustomer extends CustomerRow {
  phoneText: string | null;
}
