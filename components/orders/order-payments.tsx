import { useTranslations } from "next-intl";
import { areEqual, isZero } from "#components/leads/amount-checks.ts";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Money } from "#components/ui/money.tsx";
import type { OrderDetail } from "#lib/orders/order-query.ts";

/** How the order is paid and how far that is, what it came to, and what was given back. */
export function OrderPayments({ order }: { order: OrderDetail }) {
  const t = useTranslations("orders.detail");
  const kinds = useTranslations("statuses.paymentKind");
  const payments = useTranslations("statuses.payment");
  const { total, refunded, currentTotal, received, due } = order;
  const isChanged = !areEqual(total, currentTotal);
  const amounts = [
    { name: isChanged ? "ordered" : "total", amount: total },
    ...(isZero(refunded) ? [] : [{ name: "refunded", amount: refunded } as const]),
    ...(isChanged ? [{ name: "now", amount: currentTotal } as const] : []),
    ...(isZero(received) ? [] : [{ name: "received", amount: received } as const]),
    ...(isZero(due) ? [] : [{ name: "due", amount: due } as const]),
  ] as const;
  return (
    <Card>
      <CardHeader className="flex-wrap gap-y-0">
        <CardTitle>{t("payment")}</CardTitle>
        <p className="text-sm text-subheading">
          {kinds(order.paymentKind)} · {payments(order.paymentStatus)}
        </p>
      </CardHeader>
      <CardContent className="grid gap-4">
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-3 max-sm:grid-cols-1">
          {amounts.map(({ name, amount }) => (
            <div key={name} className="max-sm:flex max-sm:items-baseline max-sm:justify-between">
              <dt className="text-sm text-subheading">{t(name)}</dt>
              <dd className="font-semibold text-[15px] text-heading">
                <Money amount={amount} currency={order.currency} />
              </dd>
            </div>
          ))}
        </dl>
        <Refunds order={order} />
      </CardContent>
    </Card>
  );
}

function Refunds({ order }: { order: OrderDetail }) {
  const t = useTranslations("orders.detail");
  if (order.refunds.length === 0) return null;
  return (
    <div className="border-t pt-3">
      <h3 className="font-medium text-heading text-sm">{t("refunds")}</h3>
      <ul>
        {order.refunds.map((refund) => (
          <li
            key={refund.id}
            className="flex items-baseline justify-between gap-4 border-b py-2 text-sm last:border-b-0 last:pb-0"
          >
            <time dateTime={refund.refundedAt.toISOString()} className="text-subheading tabular-nums">
              <Moment date={refund.refundedAt} format="dateTime" />
            </time>
            <span className="text-heading">
              <Money amount={refund.amount} currency={order.currency} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
