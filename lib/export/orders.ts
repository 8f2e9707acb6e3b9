import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { plainAmount } from "#lib/base/money/plain.ts";
import { normalisePhone } from "#lib/customers/contact.ts";
import { addressColumns } from "#lib/export/address-columns.ts";
import { columnsFor } from "#lib/export/columns.ts";
import { defineExport } from "#lib/export/define.ts";
import { orderExtras } from "#lib/export/order-extras.ts";
import { factsSelect, loadFacts, type OrderFacts } from "#lib/orders/facts.ts";
import { orderList } from "#lib/orders/list.ts";
import { listOrders, type OrderRow } from "#lib/orders/queries.ts";

const shipping = {
  shippingStreet: true,
  shippingCity: true,
  shippingRegion: true,
  shippingZip: true,
  shippingCountry: true,
} satisfies Prisma.OrderSelect;
const select = { ...factsSelect, ...shipping } satisfies Prisma.OrderSelect;

type WholeOrder = OrderFacts & Pick<Prisma.OrderGetPayload<{ select: typeof select }>, keyof typeof shipping>;
type ExportedOrder = OrderRow & { order: WholeOrder };

const { text, number, phone, textForAll } = columnsFor<ExportedOrder>();

/** The orders list as a file. */
export const orderExport = defineExport({
  list: orderList,
  read: listOrders,
  loadMore: loadWholeOrders,
  columns: [
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
  ],
});

async function loadWholeOrders(tx: Transaction, _session: Session, id: { in: string[] }) {
  const found = await tx.order.findMany({ where: { id }, select });
  const more: { id: string; order: WholeOrder }[] = [];
  for (const one of found) more.push({ id: one.id, order: { ...one, ...(await loadFacts(tx, one)) } });
  return more;
}
