"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { OrderPill } from "#components/orders/order-pill.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { useMoment } from "#components/ui/moment.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { previewStatusAction } from "#lib/stores/actions.ts";
import type { OrderOfStatus, OrdersOfStatus } from "#lib/stores/questions.ts";

export interface StatusPreviewProps {
  storeId: string;
  status: string;
}

/** The newest orders of a status, as they stand now. */
export function StatusPreview({ storeId, status }: StatusPreviewProps) {
  const t = useTranslations("stores.statusDialog");
  const result = usePreview({ storeId, status });
  if (!result) return <Skeleton className="h-40 rounded-lg" />;
  if (!result.ok) return <p className="text-red-text text-sm">{result.message}</p>;
  const { orders, count, isMore } = result.data;
  const others = count - orders.length;
  return (
    <div className="min-w-0">
      <p className="mb-1.5 font-medium text-heading text-sm">
        {isMore ? t("concernsMore", { count }) : t("concerns", { count })}
      </p>
      {orders.length > 0 && (
        <ul className="max-h-64 overflow-y-auto rounded-lg border">
          {orders.map((order) => (
            <PreviewRow key={order.id} order={order} />
          ))}
          {others > 0 && (
            <li className="px-3 py-2 text-subheading text-xs">{t("others", { count: others })}</li>
          )}
        </ul>
      )}
    </div>
  );
}

function PreviewRow({ order }: { order: OrderOfStatus }) {
  const t = useTranslations("stores.statusDialog");
  const moment = useMoment();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b px-3 py-1.5 text-sm last:border-b-0">
      <div className="min-w-0">
        <Link
          href={`/orders/${order.id}`}
          target="_blank"
          className="break-all font-medium font-mono text-heading text-xs hover:underline"
        >
          {order.number}
        </Link>
        <p className="truncate text-subheading text-xs">
          {[moment(order.orderedAt, "date"), order.buyer ?? t("noBuyer")].join(" · ")}
        </p>
      </div>
      <OrderPill status={order.status} />
    </li>
  );
}

function usePreview({ storeId, status }: StatusPreviewProps): ActionResult<OrdersOfStatus> | null {
  const unreachable = useTranslations("errors")("unreachable");
  const [result, setResult] = useState<ActionResult<OrdersOfStatus> | null>(null);
  useEffect(() => {
    let isWanted = true;
    void callAction(() => previewStatusAction({ id: storeId, status }), unreachable).then(
      (loaded) => isWanted && setResult(loaded),
    );
    return () => {
      isWanted = false;
    };
  }, [storeId, status, unreachable]);
  return result;
}
