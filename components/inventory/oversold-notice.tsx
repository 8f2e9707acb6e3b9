import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { ServedLine } from "#lib/inventory/lines.ts";

const shown = 6;

/** By how much a product is oversold, and which orders did it. */
export function OversoldNotice({ units, orders }: { units: number; orders: ServedLine[] }) {
  const t = useTranslations("inventory.product");
  return (
    <div className="flex items-start gap-3 rounded-xl border bg-surface px-4 py-3 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-amber-text" />
      <p className="min-w-0">
        {orders.length === 0 ? (
          <span className="font-medium text-heading">{t("oversoldBy", { units })}</span>
        ) : (
          t.rich("oversold", {
            units,
            b: (text) => <span className="font-medium text-heading">{text}</span>,
            orders: () => <Orders lines={orders} />,
          })
        )}
      </p>
    </div>
  );
}

/** "#1001 wants 3, #1002 wants 1, 4 more" */
function Orders({ lines }: { lines: ServedLine[] }): ReactNode {
  const t = useTranslations("inventory.product");
  const format = useFormatter();
  const others = lines.length - shown;
  const orders = lines
    .slice(0, shown)
    .map((line) => (
      <Fragment key={line.orderItemId}>
        {t.rich("oversoldOrder", { units: line.units, order: () => <OrderLink line={line} /> })}
      </Fragment>
    ));
  const more = <Fragment key="more">{t("oversoldMore", { count: others })}</Fragment>;
  return format.list(others > 0 ? [...orders, more] : orders, { style: "narrow" });
}

function OrderLink({ line }: { line: ServedLine }) {
  return (
    <Link
      href={line.leadId ? `/leads/${line.leadId}` : `/orders/${line.orderId}`}
      className="rounded-sm font-medium font-mono text-brand-text text-xs hover:underline"
    >
      {line.orderNumber}
    </Link>
  );
}
