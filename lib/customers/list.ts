import { defineList, type ParamsOf } from "#lib/base/list/define.ts";
import { onlyIf, someIds, someOf } from "#lib/base/list/params.ts";
import { countryCodes } from "#lib/customers/countries.ts";

export const customerList = defineList({
  name: "customers",
  sorts: { newest: "descending", oldest: "ascending", orders: "descending", spent: "descending" },
  params: {
    country: someOf(countryCodes),
    tag: someIds,
    /** Only for those who see everything. */
    seller: someIds,
    refused: onlyIf,
  },
});

export type CustomerListParams = ParamsOf<typeof customerList>;
