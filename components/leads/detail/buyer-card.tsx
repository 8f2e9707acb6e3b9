import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { formatMoney } from "#lib/base/money/format.ts";
import type { BuyerHistory } from "#lib/customers/history.ts";

export interface BuyerCardProps {
  history: BuyerHistory | null;
  isOwn: boolean;
  /** Null: nothing is known of the buyer beyond this lead. */
  customerId: string | null;
}

/** What the buyer has bought before and how it ended, which decides whether to ship cash on delivery. */
export function BuyerCard({ history, isOwn, customerId }: BuyerCardProps) {
  const t = useTranslations("lead.buyer");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <p className="text-sm text-subheading">{isOwn ? t("yourStores") : t("allStores")}</p>
      </CardHeader>
      <CardContent className="text-sm">
        {history ? <Figures history={history} /> : <p className="text-subheading">{t("first")}</p>}
        {customerId && (
          <Link
            href={`/customers/${customerId}`}
            className="mt-2 inline-flex min-h-8 items-center rounded-sm text-brand-text hover:underline max-md:min-h-11"
          >
            {t("open")}
          </Link>
        )}
      </CardContent>
    </Card>
  );
}

function Figures({ history }: { history: BuyerHistory }) {
  const t = useTranslations("lead.buyer");
  const format = useFormatter();
  const locale = useLocale();
  const { orders, delivered, spent, since } = history;
  return (
    <dl className="grid grid-cols-[80px_minmax(0,1fr)] gap-x-3 gap-y-2 tabular-nums">
      <Entry label={t("orders")}>{t("ordersValue", { orders, delivered })}</Entry>
      <Entry label={t("refused")}>
        <Refused history={history} />
      </Entry>
      <Entry label={t("spent")}>
        {spent.length === 0 && <span className="text-subheading">{t("nothingSpent")}</span>}
        {spent.map(({ currency, amount }) => (
          <div key={currency}>{formatMoney(amount, currency, locale)}</div>
        ))}
      </Entry>
      <Entry label={t("since")}>{format.dateTime(since, "month")}</Entry>
    </dl>
  );
}

/** "2 in 4", and why. */
function Refused({ history: { orders, refused, returned } }: { history: BuyerHistory }) {
  const t = useTranslations("lead.buyer");
  const format = useFormatter();
  const back = refused + returned;
  if (back === 0) return t("none");
  const reasons = [
    ...(refused > 0 ? [t("refusedWhy", { refused })] : []),
    ...(returned > 0 ? [t("returnedWhy", { returned })] : []),
  ];
  return (
    <>
      <span className="font-medium text-red-text">{t("refusedValue", { refused: back, orders })}</span>
      <span className="block text-subheading text-xs">{format.list(reasons, { style: "narrow" })}</span>
    </>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-subheading">{label}</dt>
      <dd className="min-w-0 text-heading">{children}</dd>
    </>
  );
}
