import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
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
          <>
            <span className="font-medium text-heading">{t("oversold", { units })}</span>{" "}
            {orders.slice(0, shown).map((line, index) => (
              <Fragment key={line.orderItemId}>
                {index > 0 && ", "}
                {t.rich("oversoldOrder", { units: line.units, order: () => <OrderLink line={line} /> })}
              </Fragment>
            ))}
            {orders.length > shown && " …"}
          </>
        )}
      </p>
    </div>
  );
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
