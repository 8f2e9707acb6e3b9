import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OrderExtras, OrderNotices } from "#components/leads/order-extras.tsx";
import { OrderLines } from "#components/leads/order-lines.tsx";
import { OrderTotals } from "#components/leads/order-totals.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { LeadDetail } from "#lib/leads/lead-query.ts";
import type { OrderFacts } from "#lib/orders/facts.ts";
import { paymentMethodName } from "#lib/orders/payment-method.ts";

/** What was ordered and what it comes to. */
export function OrderCard({ lead }: { lead: LeadDetail }) {
  const t = useTranslations("lead");
  const { order } = lead;
  if (!order) {
    return (
      <Card>
        <CardHeader>
          <CardTitle>{t("order")}</CardTitle>
        </CardHeader>
        <CardContent className="grid gap-1 text-sm text-subheading">
          {lead.product && (
            <p className="wrap-anywhere text-heading">
              {t.rich("wants", {
                product: lead.product,
                b: (text) => <strong className="font-medium">{text}</strong>,
              })}
            </p>
          )}
          <p>{t("noOrder")}</p>
        </CardContent>
      </Card>
    );
  }
  return (
    <Card>
      <CardHeader className="flex-wrap gap-y-0">
        <CardTitle className="min-w-0 break-words">
          <Link
            href={`/orders/${order.id}`}
            className="relative rounded-sm text-brand-text hover:underline max-md:after:absolute max-md:after:-inset-x-2 max-md:after:-inset-y-3.5"
          >
            {t("orderNumber", { number: order.number })}
          </Link>
        </CardTitle>
        <p className="text-sm text-subheading">
          <OrderOrigin order={order} storeName={lead.source === "manual" ? t("byHand") : lead.storeName} />
        </p>
      </CardHeader>
      <CardContent className="grid gap-3">
        {order.deletedInStoreAt && <DeletedNotice at={order.deletedInStoreAt} />}
        <OrderNotices order={order} />
        <OrderLines order={order} />
        <OrderTotals order={order} kpiStatus={lead.kpiStatus} />
        <OrderExtras order={order} />
      </CardContent>
    </Card>
  );
}

/** "Lumea.ro · Cash on delivery · 20 Nov 2026, 14:32" */
function OrderOrigin({ order, storeName }: { order: OrderFacts; storeName: string | null }): ReactNode {
  const t = useTranslations("lead");
  const payments = useTranslations("statuses.payment");
  const kinds = useTranslations("statuses.paymentKind");
  const format = useFormatter();
  const isCod = order.paymentKind === "cash_on_delivery";
  const way = isCod
    ? t("cashOnDelivery")
    : format.list(order.gateways.map(paymentMethodName), { style: "narrow" }) || kinds(order.paymentKind);
  const isPlain = isCod && order.paymentStatus === "pending";
  const payment = isPlain ? null : payments(order.paymentStatus);
  const parts = [storeName, way, payment].filter(Boolean);
  return (
    <>
      {parts.join(" · ")} · <Moment date={order.createdAt} format="dateTime" />
    </>
  );
}

function DeletedNotice({ at }: { at: Date }) {
  const t = useTranslations("lead");
  const format = useFormatter();
  return (
    <Alert tone="warning" title={t("deletedInStore", { date: format.dateTime(at, "dateTime") })}>
      {t("deletedInStoreText")}
    </Alert>
  );
}
