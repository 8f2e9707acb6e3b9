import { plainAmount } from "#lib/base/money/plain.ts";
import { columnsFor, type ExportColumn, type Writer } from "#lib/export/columns.ts";
import type { OrderFacts } from "#lib/orders/facts.ts";
import type { Label } from "#lib/sales/order.ts";

/** What a courier or a packer needs of an order beside its address: what to collect, what is in it, what the buyer wished. */
export function orderExtras<Row>(orderOf: (row: Row) => OrderFacts | null): ExportColumn<Row>[] {
  const { text, number } = columnsFor<Row>();
  return [
    text("paymentKind", (row, { t }) => {
      const order = orderOf(row);
      return order && t(`statuses.paymentKind.${order.paymentKind}`);
    }),
    number("due", (row) => {
      const order = orderOf(row);
      return order && plainAmount(order.due, order.currency);
    }),
    text("items", (row, { t }) => {
      const order = orderOf(row);
      const lines = order?.items.map((line) => itemText(line, t)) ?? [];
      const others = order?.more ? [t("export.moreItems", { count: order.more.count })] : [];
      return [...lines, ...others].join("; ") || null;
    }),
    text("note", (row) => orderOf(row)?.note ?? null),
    text("details", (row, { t }) => labelled(orderOf(row)?.attributes ?? [], t) || null),
    text("shippingMethod", (row) => orderOf(row)?.shippingMethod ?? null),
    text("otherPhones", (row) => orderOf(row)?.otherPhones.join(", ") || null),
    text("company", (row) => orderOf(row)?.company ?? null),
    text("taxNumber", (row) => orderOf(row)?.taxNumber ?? null),
    text("trackingNumbers", (row) => orderOf(row)?.trackingNumbers.join(", ") || null),
  ];
}

type Words = Writer["t"];

/** "2 x Ring (Size: 52, Engraving: Ana)" */
function itemText({ name, currentQuantity, attributes }: OrderFacts["items"][number], t: Words): string {
  const said = labelled(attributes, t);
  return `${currentQuantity} x ${name}${said && ` (${said})`}`;
}

function labelled(labels: Label[], t: Words): string {
  return labels
    .map(({ label, value }) => (label ? t("common.labelled", { label, value }) : value))
    .join(", ");
}
