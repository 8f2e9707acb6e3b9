import { Package } from "lucide-react";
import { useTranslations } from "next-intl";
import { NothingMatches } from "#components/list/nothing-matches.tsx";
import { OrderListView, type OrderListViewProps } from "#components/orders/order-list-view.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Page } from "#lib/base/list/page.ts";
import { formatPhone } from "#lib/customers/model.ts";
import { type OrderListParams, orderListUrl } from "#lib/orders/filters.ts";
import type { OrderRow } from "#lib/orders/queries.ts";

export interface OrderListProps extends Omit<OrderListViewProps, "page" | "empty"> {
  page: Page<OrderRow>;
  params: OrderListParams;
}

/** The orders list, begun on the server: reading phone numbers needs tables too large for a browser. */
export function OrderList({ page, params, ...props }: OrderListProps) {
  const rows = page.rows.map((row) => ({ ...row, phoneText: row.phone && formatPhone(row.phone) }));
  return (
    <OrderListView
      {...props}
      page={{ ...page, rows }}
      empty={rows.length === 0 && <NoOrders params={params} />}
    />
  );
}

function NoOrders({ params }: { params: OrderListParams }) {
  const t = useTranslations("orders.empty");
  const { sort, size } = params;
  const wholeList = orderListUrl("/orders", { sort, size });
  if (orderListUrl("/orders", params) !== wholeList) return <NothingMatches clearHref={wholeList} />;
  return <EmptyState icon={Package} title={t("none")} text={t("noneText")} />;
}
