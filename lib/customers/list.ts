import { defineList, type ParamsOf } from "#lib/base/list/define.ts";

export const customerList = defineList({
  name: "customers",
  sorts: { newest: "descending", oldest: "ascending" },
  params: {},
});

export type CustomerListParams = ParamsOf<typeof customerList>;
