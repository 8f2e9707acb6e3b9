import { type inferParserType, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import { parseAsId, parseAsText } from "#lib/base/list/params.ts";

const productSorts = ["newest", "oldest", "scarce"] as const;
const productPageSizes = [25, 50, 100] as const;

/** Which products a list shows: by how they stand, those with units to check, or those that are archived. */
const productViews = ["all", "low", "out", "oversold", "to_check", "archived"] as const;
export type ProductView = (typeof productViews)[number];

/** The platform's products in the filter of owners. */
const platformOwner = "platform";

/** Everything of the product list that stands in its URL, for the server and the browser alike. Junk falls to the default. */
export const productListParams = {
  q: parseAsText.withDefault(""),
  view: parseAsStringLiteral(productViews).withDefault("all"),
  /** A seller's id; `isPlatform` asks for what belongs to nobody. */
  owner: parseAsId,
  provided: parseAsStringLiteral([platformOwner]),
  sort: parseAsStringLiteral(productSorts).withDefault("newest"),
  size: parseAsNumberLiteral(productPageSizes).withDefault(50),
  after: parseAsText.withDefault(""),
  before: parseAsText.withDefault(""),
};

export type ProductListParams = inferParserType<typeof productListParams>;
