import type { StoreContact, StoreOrder } from "#lib/platforms/platform.ts";
import { flagOf } from "#lib/platforms/woocommerce/meta.ts";
import type { WooAddress, WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

/**
 * Whether WordPress's privacy tool, or the shop's own retention, removed the buyer from an order.
 * Source: class-wc-privacy-erasers.php, wp_privacy_anonymize_data().
 */
export function isErased({ meta_data, billing, shipping }: WooOrder): boolean {
  return flagOf(meta_data, "_anonymized") === true || [billing, shipping].some(hasErasedPerson);
}

function hasErasedPerson(address: WooAddress | null): boolean {
  if (!address) return false;
  const isNameErased =
    address.first_name === "[deleted]" && (address.last_name ?? "[deleted]") === "[deleted]";
  return isNameErased || address.email?.toLowerCase() === "deleted@site.invalid";
}

const nobody: StoreContact = {
  name: null,
  email: null,
  phone: null,
  street: null,
  city: null,
  region: null,
  zip: null,
  country: null,
};

/** An order without its buyer; the eraser leaves what the buyer wrote under the items. */
export function withoutPerson(order: StoreOrder): StoreOrder {
  return {
    ...order,
    externalCustomerId: null,
    buyer: nobody,
    recipient: nobody,
    otherPhones: [],
    company: null,
    taxNumber: null,
    note: null,
    attributes: [],
    items: order.items.map((item) => ({ ...item, attributes: [] })),
  };
}
