import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { areEqual, besideLines, isZero } from "#components/leads/order-amounts.ts";
import { Money } from "#components/ui/money.tsx";
import type { KpiStatus } from "#lib/leads/model.ts";
import type { OrderFacts } from "#lib/orders/model.ts";
import { isPaid } from "#lib/orders/model.ts";

export interface OrderTotalsProps {
  order: OrderFacts;
  kpiStatus: KpiStatus;
}

/** What the order comes to; what changed since it was placed is shown only when something did. */
export function OrderTotals({ order, kpiStatus }: OrderTotalsProps) {
  const t = useTranslations("lead.totals");
  const isChanged = !areEqual(order.total, order.currentTotal);
  return (
    <dl className="grid gap-2.5 text-sm">
      <BesideLines order={order} />
      {isChanged && <Row label={t("ordered")} amount={order.total} currency={order.currency} />}
      {!isZero(order.refunded) && (
        <Row label={t("refunded")} amount={`-${order.refunded}`} currency={order.currency} />
      )}
      <div className="flex items-baseline justify-between gap-4 font-medium text-heading">
        <dt>{t(finalLabel(order, kpiStatus, isChanged))}</dt>
        <dd className="text-[15px]">
          <Money amount={order.currentTotal} currency={order.currency} />
        </dd>
      </div>
    </dl>
  );
}

/** Shipping and taxes less discounts, where there are any. */
export function BesideLines({ order }: { order: OrderFacts }) {
  const t = useTranslations("lead.totals");
  const rest = besideLines(order);
  if (order.items.length === 0 || isZero(rest)) return null;
  return <Row label={t("beside")} amount={rest} currency={order.currency} />;
}

/** Cash that is still to be had is "to collect"; the rest is a total, or what it is now. */
function finalLabel(order: OrderFacts, kpiStatus: KpiStatus, isChanged: boolean) {
  const isOpen = kpiStatus === "waiting" || kpiStatus === "shipped";
  if (order.isCod && isOpen && !isPaid(order.paymentStatus)) return "toCollect";
  return isChanged ? "now" : "total";
}

function Row({ label, amount, currency }: { label: ReactNode; amount: string; currency: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-subheading">{label}</dt>
      <dd className="text-heading">
        <Money amount={amount} currency={currency} />
      </dd>
    </div>
  );
}
