import { useFormatter, useTranslations } from "next-intl";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export interface ChangeProps {
  value: number;
  before: number;
  /** Whether more of it is a loss. */
  isLoss?: boolean;
}

/** How much more or less than in the period before; a loss that grew is red. */
export function Change({ value, before, isLoss = false }: ChangeProps) {
  const t = useTranslations("dashboard.change");
  const format = useFormatter();
  if (before === 0) return value > 0 ? <span className="text-subheading text-xs">{t("new")}</span> : null;
  if (value === before) return null;
  const isUp = value > before;
  const change = Math.abs(value - before) / before;
  const share = format.number(change, { style: "percent", maximumFractionDigits: change < 1 ? 1 : 0 });
  return (
    <span
      className={isLoss && isUp ? "font-medium text-red-text text-xs" : "font-medium text-heading text-xs"}
    >
      <span aria-hidden className="me-0.5 text-[9px]">
        {isUp ? "▲" : "▼"}
      </span>
      <span aria-hidden>{share}</span>
      <VisuallyHidden>{t(isUp ? "up" : "down", { share })}</VisuallyHidden>
    </span>
  );
}
