import { defineList, type ParamsOf } from "#lib/base/list/define.ts";
import { days, movingDays, someIds, someOf } from "#lib/base/list/params.ts";
import { deliveryStates } from "#lib/deliveries/model.ts";
import { knownTopics } from "#lib/platforms/facts.ts";

export const deliveryList = defineList({
  name: "deliveries",
  sorts: { newest: "descending", oldest: "ascending" },
  params: {
    state: someOf(deliveryStates),
    topic: someOf(knownTopics),
    store: someIds,
    received: movingDays,
    ...days,
  },
});

export type DeliveryListParams = ParamsOf<typeof deliveryList>;
