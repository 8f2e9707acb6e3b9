import { defineList, type ParamsOf } from "#lib/base/list/define.ts";
import { oneOf, onlyIf, someIds } from "#lib/base/list/params.ts";

/** The tabs of the list: products by how they stand, those with units to check, and those that are archived. */
export const productViews = ["all", "low", "out", "oversold", "to_check", "archived"] as const;
export type ProductView = (typeof productViews)[number];

export const productList = defineList({
  name: "inventory",
  // "cover": what is gone first comes first; "scarce": what is available least of.
  sorts: { cover: "ascending", scarce: "ascending" },
  tabs: { view: oneOf(productViews) },
  params: {
    /** Sellers whose own products are let through. */
    owner: someIds,
    /** Only those that the platform provides. */
    provided: onlyIf,
    /** The products that were selected, for an export of them. */
    only: someIds,
  },
});

export type ProductListParams = ParamsOf<typeof productList>;
