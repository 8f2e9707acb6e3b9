import type { UseFormReturn } from "react-hook-form";
import { newId } from "#components/leads/by-hand/new-id.ts";
import type { Contact } from "#lib/customers/model.ts";
import type { ManualLeadInput, ManualLeadRequest } from "#lib/leads/schema.ts";

export type NewLeadFields = UseFormReturn<ManualLeadInput, unknown, ManualLeadRequest>;

export interface NewLeadDefaults {
  userId: string;
  /** Where buyers usually are. */
  country: string;
  currency: string;
  /** A buyer whom the form begins with. */
  buyer: (Contact & { id: string }) | null;
}

/** An empty form, but for what is known of the buyer. */
export function emptyLead({ userId, country, currency, buyer }: NewLeadDefaults): ManualLeadInput {
  const of = (value: string | null | undefined) => value ?? "";
  return {
    id: newId(),
    name: of(buyer?.name),
    phone: of(buyer?.phone),
    country: buyer?.country ?? country,
    email: of(buyer?.email),
    customerId: buyer?.id,
    note: "",
    tags: [],
    userId,
    isKnownDuplicate: false,
    sale: {
      lines: [],
      currency,
      shipping: "",
      discount: "",
      paymentKind: "cash_on_delivery",
      shippingMethod: "",
      street: of(buyer?.street),
      city: of(buyer?.city),
      region: of(buyer?.region),
      zip: of(buyer?.zip),
    },
  };
}
