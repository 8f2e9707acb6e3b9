import { Package } from "lucide-react";
import { useTranslations } from "next-intl";
import { NothingMatches } from "#components/data-table/nothing-matches.tsx";
import { OrderTable } from "#components/orders/order-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatPhone } from "#lib/customers/model.ts";
import type { Page } from "#lib/http/page.ts";
import { type OrderListParams, orderListUrl } from "#lib/orders/filters.ts";
import type { OrderRow } from "#lib/orders/queries.ts";

/** One page of the orders list, made on the server: reading phone numbers needs tables too large for a browser. */
export function OrderList({ page, params }: { page: Page<OrderRow>; params: OrderListParams }) {
  const orders = page.rows.map((row) => ({ ...row, phoneText: row.phone && formatPhone(row.phone) }));
  return (
    <OrderTable
      orders={orders}
      params={params}
      total={page.total}
      isCapped={page.isCapped}
      previous={page.previous}
      next={page.next}
      empty={orders.length === 0 && <NoOrders params={params} />}
    />
  );
}

function NoOrders({ params }: { params: OrderListParams }) {
  const t = useTranslations("orders.empty");
  const { sort, size } = params;
  if (orderListUrl("/orders", params) !== orderListUrl("/orders", { sort, size }))
    return <NothingMatches clearHref="/orders" />;
  return <EmptyState icon={Package} title={t("none")} text={t("noneText")} />;
}
