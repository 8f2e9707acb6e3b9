"use client";

import { useTranslations } from "next-intl";
import { BuyerName, OrderLink, TotalCell } from "#components/orders/order-cells.tsx";
import { OrderPill } from "#components/orders/order-pill.tsx";
import type { ListedOrder } from "#components/orders/order-row.ts";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

/** An order on a phone. */
export function OrderCard({ order }: { order: ListedOrder }) {
  const t = useTranslations("orders");
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-[15px]">
        <span className="min-w-0 truncate font-semibold text-heading">
          <BuyerName order={order} />
        </span>
        <TotalCell order={order} />
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <span className="min-w-0 truncate">
          <OrderLink order={order} />
          {order.storeName && ` · ${order.storeName}`}
        </span>
        <RelativeTime date={order.orderedAt} className="shrink-0" />
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        <OrderPill status={order.status} />
        {order.isTest && <Badge>{t("test")}</Badge>}
      </div>
    </>
  );
}
