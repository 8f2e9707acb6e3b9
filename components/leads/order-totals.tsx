import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { areEqual, besideLines, isZero, less } from "#components/leads/order-amounts.ts";
import { cn } from "#components/ui/cn.ts";
import { Money } from "#components/ui/money.tsx";
import type { OrderFacts } from "#lib/orders/facts.ts";
import type { KpiStatus } from "#lib/sales/statuses.ts";

/** What the order comes to, and what of it is still to be paid; what changed since it was placed is shown only when something did. */
export function OrderTotals({ order, kpiStatus }: { order: OrderFacts; kpiStatus: KpiStatus }) {
  const t = useTranslations("lead.totals");
  const { currency, total, currentTotal } = order;
  const isOpen = kpiStatus === "waiting" || kpiStatus === "shipped";
  const due = isOpen ? order.due : "0";
  const isChanged = !areEqual(total, currentTotal);
  const isPartlyPaid = !isZero(due) && !areEqual(due, currentTotal);
  return (
    <dl className="grid gap-2.5 text-sm">
      <BesideLines order={order} />
      {isChanged && <Row label={t("ordered")} amount={total} currency={currency} />}
      {!isZero(order.refunded) && (
        <Row label={t("refunded")} amount={`-${order.refunded}`} currency={currency} />
      )}
      {(isZero(due) || isPartlyPaid) && (
        <Row
          label={t(isChanged ? "now" : "total")}
          amount={currentTotal}
          currency={currency}
          isStrong={isZero(due)}
        />
      )}
      {isPartlyPaid && <Row label={t("paidAhead")} amount={less(due, currentTotal)} currency={currency} />}
      {!isZero(due) && <Row label={t(dueLabel(order))} amount={due} currency={currency} isStrong />}
      <InBuyersMoney order={order} />
    </dl>
  );
}

/** Shipping, taxes, fees and discounts, where there are any. */
export function BesideLines({ order }: { order: OrderFacts }) {
  const t = useTranslations("lead.totals");
  return besideLines(order).map(({ name, amount }) => (
    <Row key={name} label={t(name)} amount={amount} currency={order.currency} />
  ));
}

/** What the buyer paid or owes in the buyer's own money, when that is not the shop's. */
function InBuyersMoney({ order: { buyerMoney, due } }: { order: Pick<OrderFacts, "buyerMoney" | "due"> }) {
  const t = useTranslations("lead.totals");
  if (!buyerMoney) return null;
  const amount = isZero(due) || isZero(buyerMoney.due) ? buyerMoney.total : buyerMoney.due;
  return <Row label={t("forBuyer")} amount={amount} currency={buyerMoney.currency} />;
}

/** Cash at the door is collected; anything else is still to be paid. */
export function dueLabel({ paymentKind }: Pick<OrderFacts, "paymentKind">): "toCollect" | "toPay" {
  return paymentKind === "cash_on_delivery" || paymentKind === "unknown" ? "toCollect" : "toPay";
}

interface RowProps {
  label: ReactNode;
  amount: string;
  currency: string;
  isStrong?: boolean;
}

function Row({ label, amount, currency, isStrong = false }: RowProps) {
  return (
    <div className={cn("flex items-baseline justify-between gap-4", isStrong && "font-medium text-heading")}>
      <dt className={cn(!isStrong && "text-subheading")}>{label}</dt>
      <dd className={isStrong ? "text-[15px]" : "text-heading"}>
        <Money amount={amount} currency={currency} />
      </dd>
    </div>
  );
}
