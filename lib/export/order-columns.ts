import type { Session } from "#lib/base/auth/session.ts";
import { plainAmount } from "#lib/base/money/plain.ts";
import { normalisePhone } from "#lib/customers/contact.ts";
import { addressColumns } from "#lib/export/address-columns.ts";
import { chosenColumns, columnIds, columnsFor } from "#lib/export/columns.ts";
import { orderExtras } from "#lib/export/order-extras.ts";
import type { ExportedOrder } from "#lib/export/rows.ts";

const { text, number, phone, textForAll } = columnsFor<ExportedOrder>();

/** What an export can say of an order. */
const columns = [
  text("ordered", (order, { time }) => time(order.orderedAt)),
  text("order", (order) => order.number),
  text("customer", (order) => order.customerName),
  phone("phone", (row) => normalisePhone(row.phone, row.order.shippingCountry) ?? row.phone),
  ...addressColumns<ExportedOrder>(({ order }) => ({
    street: order.shippingStreet,
    city: order.shippingCity,
    region: order.shippingRegion,
    zip: order.shippingZip,
    country: order.shippingCountry,
  })),
  text("store", (order) => order.storeName),
  textForAll("seller", (order) => order.sellerName),
  text("orderStatus", (order, { t }) => t(`statuses.order.${order.status}`)),
  text("paymentStatus", (order, { t }) => t(`statuses.payment.${order.paymentStatus}`)),
  number("total", (order) => plainAmount(order.total, order.currency)),
  text("currency", (order) => order.currency),
  ...orderExtras<ExportedOrder>(({ order }) => order),
  text("test", (order, { t }) => (order.isTest ? t("export.yes") : null)),
];

/** The columns of orders that the person wants; see `chosenColumns`. */
export function orderColumns(session: Session, chosen: readonly string[] = []) {
  return chosenColumns(columns, session, chosen);
}

/** The columns of orders that the person can choose from. */
export function orderColumnIds(session: Session) {
  return columnIds(columns, session);
}
