import "server-only";
import { deliveryList } from "#lib/deliveries/list.ts";
import { type LoggedDelivery, listDeliveries } from "#lib/deliveries/queries.ts";
import { columnsFor } from "#lib/export/columns.ts";
import { defineExport } from "#lib/export/define.ts";

const { text, number } = columnsFor<LoggedDelivery>();

/** The delivery log as a file, without what the stores sent. */
export const deliveryExport = defineExport({
  list: deliveryList,
  read: listDeliveries,
  columns: [
    text("received", ({ receivedAt }, { time }) => time(receivedAt)),
    text("store", ({ store }) => store.name),
    text("topic", ({ topic }) => topic),
    text("order", ({ order, externalOrderId }) => order?.number ?? externalOrderId),
    text("deliveryState", ({ state }, { t }) => t(`deliveries.states.${state}`)),
    text("reason", ({ reason }, { t }) => reason && t(`deliveries.reasons.${reason.code}`, { ...reason })),
    text("notUnderstood", ({ notUnderstood }) => notUnderstood.join(", ") || null),
    number("attempts", ({ attempts }) => String(attempts)),
  ],
});
