import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { areEqual } from "#components/leads/amount-checks.ts";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { Money } from "#components/ui/money.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export interface WorthCellProps {
  /** What the order came to when it was placed. */
  placed: string;
  /** What of it is left after edits and refunds. */
  left: string;
  currency: string;
  /** What else there is to say of the amount. */
  note?: ReactNode;
}

/** What an order came to; where something else is left of it, that, and what was placed struck through. */
export function WorthCell({ placed, left, currency, note }: WorthCellProps) {
  const t = useTranslations("orders");
  const isChanged = !areEqual(placed, left);
  const amount = <Money amount={left} currency={currency} />;
  if (!isChanged && !note) return <span className="font-medium text-heading">{amount}</span>;
  return (
    <TwoLines
      first={<span className="font-medium text-heading">{amount}</span>}
      second={
        <>
          {isChanged && (
            <s>
              <VisuallyHidden>{t("placedAs")}</VisuallyHidden> <Money amount={placed} currency={currency} />
            </s>
          )}
          {isChanged && note && " · "}
          {note}
        </>
      }
    />
  );
}
