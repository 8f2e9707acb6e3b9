import { textOf } from "#lib/platforms/woocommerce/meta.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

// What the plug-ins of some countries ask of an address beyond WooCommerce's own fields: with the address, or in `meta_data`.

type Kind = "billing" | "shipping";

const own = new Set(
  "first_name last_name company address_1 address_2 city state postcode country email phone".split(" "),
);

/** An order in which the plug-ins' fields of addresses stand among its `meta_data`, as others keep them: "cpf" of billing is "billing_cpf". */
export function withAddressFields(order: WooOrder): WooOrder {
  const said = (["billing", "shipping"] as const).flatMap((kind) =>
    Object.entries(order[kind] ?? {})
      .filter(([field]) => !own.has(field))
      .map(([field, value]) => ({ key: `${kind}_${field}`, value })),
  );
  return said.length === 0 ? order : { ...order, meta_data: [...order.meta_data, ...said] };
}

const numberFields = ["number", "house_number", "street_number", "nr", "numero"];
const suffixFields = ["house_number_suffix", "house_number_addition"];
const districtFields = ["neighborhood", "neighbourhood", "bairro", "barrio", "district"];
const partOfStreet = new RegExp(
  `^_?(billing|shipping)_(street_name|${[...numberFields, ...suffixFields, ...districtFields].join("|")})$`,
  "i",
);

/** Whether a field is part of the street, where it is told. */
export function isPartOfStreet(key: string): boolean {
  return partOfStreet.test(key);
}

/** The street with the house number and the district that a plug-in asked for by themselves, unless it holds them already. */
export function streetOf(order: WooOrder, kind: Kind): string | null {
  const address = order[kind];
  const said = (fields: string[]) =>
    textOf(order.meta_data, ...fields.flatMap((field) => [`${kind}_${field}`, `_${kind}_${field}`]));
  const number = [said(numberFields), said(suffixFields)].filter((part) => part !== null).join(" ");
  const street = address?.address_1 ?? null;
  const parts = [
    street,
    street && !holds(street, number) ? number : null,
    address?.address_2 ?? null,
    street && said(districtFields),
  ];
  const told = parts.filter((part) => part !== null && part !== "") as string[];
  return told.filter((part, position) => told.indexOf(part) === position).join(", ") || null;
}

/** "Kerkstraat 12 B" holds "12 B", and "Calea 123" no "12". */
function holds(street: string, number: string): boolean {
  const [plain, sought] = [street, number].map(
    (text) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `,
  );
  return (
    (plain ?? "").includes(sought ?? "") ||
    (plain ?? "").includes(` ${number.replace(/\s/g, "").toLowerCase()} `)
  );
}
