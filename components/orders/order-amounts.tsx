import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Money } from "#components/ui/money.tsx";
import type { OrderDetail } from "#lib/orders/order-query.ts";

/** What the order came to, what was given back and what it is worth now, with every refund. */
export function OrderAmounts({ order }: { order: OrderDetail }) {
  const t = useTranslations("orders.detail");
  const amounts = [
    { name: "ordered", amount: order.total },
    { name: "refunded", amount: order.refunded },
    { name: "now", amount: order.currentTotal },
  ] as const;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("amounts")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <dl className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
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
