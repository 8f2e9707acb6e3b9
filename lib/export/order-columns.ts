import { seesEverything } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import { number, text, writerFor } from "#lib/export/columns.ts";
import type { Column } from "#lib/export/csv.ts";
import { plainAmount } from "#lib/money/plain.ts";
import type { OrderRow } from "#lib/orders/queries.ts";

/** What an export says of an order. Whom it is credited to is said to those who see the orders of all. */
export async function orderColumns(session: Session): Promise<Column<OrderRow>[]> {
  const { t, time } = await writerFor(session);
  const seller = text<OrderRow>(t("export.columns.seller"), (order) => order.sellerName);
  return [
    text(t("export.columns.ordered"), (order) => time(order.orderedAt)),
    text(t("export.columns.order"), (order) => order.number),
    text(t("export.columns.customer"), (order) => order.customerName),
    text(t("export.columns.phone"), (order) => order.phone),
    text(t("export.columns.store"), (order) => order.storeName),
    ...(seesEverything(session.role) ? [seller] : []),
    text(t("export.columns.orderStatus"), (order) => t(`statuses.order.${order.status}`)),
    text(t("export.columns.paymentStatus"), (order) => t(`statuses.payment.${order.paymentStatus}`)),
    text(t("export.columns.paymentKind"), (order) => t(`statuses.paymentKind.${order.paymentKind}`)),
    number(t("export.columns.total"), (order) => plainAmount(order.total, order.currency)),
    number(t("export.columns.due"), (order) => plainAmount(order.due, order.currency)),
    text(t("export.columns.currency"), (order) => order.currency),
    text(t("export.columns.test"), (order) => (order.isTest ? t("export.yes") : null)),
  ];
}
