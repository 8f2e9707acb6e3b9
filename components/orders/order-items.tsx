import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OrderExtras, OrderNotices } from "#components/leads/order-extras.tsx";
import { OrderLines } from "#components/leads/order-lines.tsx";
import { BesideLines } from "#components/leads/order-totals.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { OrderDetail } from "#lib/orders/order-query.ts";
import { paymentMethodName } from "#lib/orders/payment-method.ts";

/** What was ordered, where, and how it is paid. */
export function OrderItems({ order }: { order: OrderDetail }) {
  const t = useTranslations("orders.detail");
  return (
    <Card>
      <CardHeader className="flex-wrap gap-y-0">
        <CardTitle>{t("items")}</CardTitle>
        <p className="text-sm text-subheading">
          <Origin order={order} />
        </p>
      </CardHeader>
      <CardContent className="grid gap-3">
        {order.deletedInStoreAt && <DeletedNotice at={order.deletedInStoreAt} />}
        <OrderNotices order={order} />
        <div className="has-[+dl:empty]:[&_tr:last-child>td]:border-b-0">
          <OrderLines order={order} />
        </div>
        <dl className="grid gap-2.5 text-sm empty:hidden">
          <BesideLines order={order} />
        </dl>
        {/* How the parcels go stands where they go to. */}
        <OrderExtras order={{ ...order, shippingMethod: null, trackingNumbers: [] }} />
      </CardContent>
    </Card>
  );
}

/** "Lumea.ro · Cash on delivery · Not paid yet · 20 Nov 2026, 14:32" */
function Origin({ order }: { order: OrderDetail }): ReactNode {
  const t = useTranslations("orders");
  const payments = useTranslations("statuses.payment");
  const kinds = useTranslations("statuses.paymentKind");
  const format = useFormatter();
  const isCod = order.paymentKind === "cash_on_delivery";
  const way = isCod
    ? t("cashOnDelivery")
    : format.list(order.gateways.map(paymentMethodName), { style: "narrow" }) || kinds(order.paymentKind);
  const parts = [
    order.isByHand ? t("detail.byHand") : order.storeName,
    way,
    payments(order.paymentStatus),
  ].filter(Boolean);
  return (
    <>
      {parts.join(" · ")} · <Moment date={order.createdAt} format="dateTime" />
    </>
  );
}

function DeletedNotice({ at }: { at: Date }) {
  const t = useTranslations("orders.detail");
  const format = useFormatter();
  return (
    <Alert tone="warning" title={t("deletedInStore", { date: format.dateTime(at, "dateTime") })}>
      {t("deletedInStoreText")}
    </Alert>
  );
}
