import { useLocale } from "next-intl";
import { formatMoney } from "#lib/base/money/format.ts";

/** An amount (a decimal string) in the person's language. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const locale = useLocale();
  return <span className="whitespace-nowrap tabular-nums">{formatMoney(amount, currency, locale)}</span>;
}
