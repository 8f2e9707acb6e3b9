import type { Json } from "#scripts/simulator/json.ts";
import type { Market } from "#scripts/simulator/markets.ts";
import { decimal } from "#scripts/simulator/money.ts";
import type { OrderState } from "#scripts/simulator/order-life.ts";
import type { Buyer } from "#scripts/simulator/people.ts";

/** Shopify writes two decimals, also for currencies that have none in daily life. */
export function shopifyMoney(amount: number, { decimals }: Market): string {
  return decimals === 0 ? `${amount}.00` : decimal(amount, decimals);
}

/** A moment in the shop's own time. */
export function shopifyTime(at: Date | null): string | null {
  if (!at) return null;
  return `${new Date(at.getTime() + 2 * 3_600_000).toISOString().slice(0, 19)}+02:00`;
}

export function shopifyAddress(buyer: Buyer): Json {
  const { market } = buyer;
  return {
    first_name: buyer.firstName,
    address1: buyer.street,
    phone: buyer.phone,
    city: buyer.city,
    zip: buyer.zip,
    province: buyer.region,
    country: market.countryName,
    last_name: buyer.lastName,
    address2: null,
    company: null,
    latitude: null,
    longitude: null,
    name: fullName(buyer),
    country_code: market.country,
    province_code: null,
  };
}

/** Null for a buyer of whom the store knows neither name nor address. */
export function shopifyCustomer({ customerId, buyer }: OrderState): Json {
  if (customerId === "0") return null;
  return {
    id: BigInt(customerId),
    email: buyer.email,
    first_name: buyer.firstName,
    last_name: buyer.lastName,
    state: "disabled",
    note: null,
    verified_email: true,
    tax_exempt: false,
    phone: null,
    currency: buyer.market.currency,
    tags: "",
    admin_graphql_api_id: `gid://shopify/Customer/${customerId}`,
    default_address: shopifyAddress(buyer),
  };
}

function fullName({ firstName, lastName, market }: Buyer): string | null {
  const parts = market.familyNameFirst ? [lastName, firstName] : [firstName, lastName];
  return parts.filter((part) => part !== null).join(" ") || null;
}
