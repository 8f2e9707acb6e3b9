import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Spent } from "#components/customers/spent.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Moment } from "#components/ui/moment.tsx";
import type { CustomerFigures } from "#lib/customers/figures.ts";

/** What the customer's orders come to; for a seller, the seller's own. */
export function CustomerFiguresCard({ figures }: { figures: CustomerFigures }) {
  const t = useTranslations("customers.detail");
  const format = useFormatter();
  const { orders, refused, spent, firstOrderAt, lastOrderAt } = figures;
  const hasSpent = Object.keys(spent).length > 0;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("figures")}</CardTitle>
      </CardHeader>
      <CardContent>
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
          <Figure label={t("orders")}>{format.number(orders)}</Figure>
          <Figure label={t("spent")}>{hasSpent ? <Spent spent={spent} /> : t("nothing")}</Figure>
          <Figure label={t("firstOrder")}>
            {firstOrderAt ? <Moment date={firstOrderAt} format="date" /> : t("never")}
          </Figure>
          <Figure label={t("lastOrder")}>
            {lastOrderAt ? <Moment date={lastOrderAt} format="date" /> : t("never")}
          </Figure>
          <Figure label={t("refused")} isBad={refused > 0}>
            {orders === 0
              ? t("never")
              : t("refusedShare", {
                  refused,
                  orders,
                  share: format.number(refused / orders, { style: "percent" }),
                })}
          </Figure>
        </dl>
      </CardContent>
    </Card>
  );
}

interface FigureProps {
  label: string;
  isBad?: boolean;
  children: ReactNode;
}

function Figure({ label, isBad = false, children }: FigureProps) {
  return (
    <div>
      <dt className="text-subheading text-xs">{label}</dt>
      <dd className={cn("font-medium text-sm tabular-nums", isBad ? "text-red-text" : "text-heading")}>
        {children}
      </dd>
    </div>
  );
}
