import type { Sale } from "#lib/leads/sale.ts";

/** A lead by hand of which nobody has said yet what is sold. */
export const noSale: Sale = {
  lines: [],
  currency: "RON",
  shipping: null,
  discount: null,
  paymentKind: "cash_on_delivery",
  shippingMethod: "",
  street: "",
  city: "",
  region: "",
  zip: "",
};
