import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsNumberLiteral,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsText } from "#lib/base/list/params.ts";

export const customerSorts = ["newest", "oldest"] as const;

export const customerPageSizes = [25, 50, 100] as const;

/** Everything of the customers list that stands in its URL, for the server and the browser alike. Junk falls to the default. */
export const customerListParams = {
  q: parseAsText.withDefault(""),
  sort: parseAsStringLiteral(customerSorts).withDefault("newest"),
  size: parseAsNumberLiteral(customerPageSizes).withDefault(50),
  after: parseAsText.withDefault(""),
  before: parseAsText.withDefault(""),
};

export type CustomerListParams = inferParserType<typeof customerListParams>;

/** Reads the list's parameters from a query string. */
export const loadCustomerListParams = createLoader(customerListParams);

/** Writes the list's parameters as a query string; defaults are left out. */
export const customerListUrl = createSerializer(customerListParams);
