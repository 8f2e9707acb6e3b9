import { createLoader, type inferParserType } from "nuqs/server";
import { oneOf, onlyIf, pageParams, someIds, text } from "#lib/base/list/params.ts";

/** Which products a list shows: by how they stand, those with units to check, or those that are archived. */
const productViews = ["all", "low", "out", "oversold", "to_check", "archived"] as const;
export type ProductView = (typeof productViews)[number];

const parsers = {
  q: text,
  view: oneOf(productViews),
  /** Sellers whose own products are let through; `isProvided`: only those of the platform. */
  owners: someIds,
  isProvided: onlyIf,
  /** "scarce": what is available least of comes first. */
  sort: oneOf(["newest", "oldest", "scarce"]),
  ...pageParams,
};

/** Reads which products are asked for from a query string; junk falls to the default. */
export const loadProductParams = createLoader(parsers);

export type ProductListParams = inferParserType<typeof parsers>;
