import { defineList, type ParamsOf } from "#lib/base/list/define.ts";
import { days, movingDays, someIds, someOf } from "#lib/base/list/params.ts";
import { orderStatuses, paymentStatuses } from "#lib/sales/statuses.ts";

export const orderList = defineList({
  name: "orders",
  sorts: { newest: "descending", oldest: "ascending", total: "descending" },
  params: {
    status: someOf(orderStatuses),
    payment: someOf(paymentStatuses),
    store: someIds,
    seller: someIds,
    placed: movingDays,
    ...days,
  },
});

export type OrderListParams = ParamsOf<typeof orderList>;
