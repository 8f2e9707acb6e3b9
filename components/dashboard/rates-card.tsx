import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { SplitBar, type SplitBarPart } from "#components/charts/split-bar.tsx";
import { SplitLegend } from "#components/charts/swatch.tsx";
import { DashboardCard, figureCell, headingCell } from "#components/dashboard/dashboard-card.tsx";
import { maturityOf } from "#components/dashboard/maturity.ts";
import { cn } from "#components/ui/cn.ts";
import type { Rate } from "#lib/kpi/model.ts";

/** From here on it is said with weight that a rate may still change. */
const muchOpen = 0.2;

/** The rates that decide a business of cash on delivery, each with how much of it is still open. */
export function RatesCard({ rates }: { rates: Rate[] }) {
  const t = useTranslations("dashboard.rates");
  return (
    <DashboardCard
      title={t("title")}
      text={t("text")}
      aside={<SplitLegend kept={t("kept")} open={t("open")} lost={t("lost")} />}
    >
      <table className="w-full text-heading text-sm">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-t">
            <th scope="col" className={headingCell}>
              {t("rate")}
            </th>
            <td aria-hidden className="w-[34%]" />
            {(["soFar", "canEnd", "change", "undecided"] as const).map((name) => (
              <th key={name} scope="col" className={headingCell}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <RateRow key={rate.name} rate={rate} />
          ))}
        </tbody>
      </table>
    </DashboardCard>
  );
}

function RateRow({ rate }: { rate: Rate }) {
  const t = useTranslations("dashboard.rates");
  const format = useFormatter();
  const percent = (share: number, digits = 0) =>
    format.number(share, { style: "percent", maximumFractionDigits: digits });
  const maturity = maturityOf(rate);
  const range = maturity && `${percent(maturity.low).replace(/\D+$/, "")}–${percent(maturity.high)}`;
  const words =
    maturity &&
    t("words", {
      open: rate.open.value,
      all: rate.part.value + rate.rest.value + rate.open.value,
      low: percent(maturity.low, 1),
      high: percent(maturity.high, 1),
    });
  return (
    <tr
      title={words ?? undefined}
      className="border-t max-md:grid max-md:grid-cols-[1fr_auto] max-md:px-4 max-md:py-2.5"
    >
      <th scope="row" className="py-1.5 ps-4 text-start font-normal max-md:p-0">
        <span className="block font-medium">{t(rate.name)}</span>
        <span className="block text-subheading text-xs max-md:hidden">{t(`${rate.name}Text`)}</span>
      </th>
      <td className="px-2 max-md:col-span-2 max-md:row-start-2 max-md:px-0 max-md:py-1.5">
        <SplitBar parts={partsOf(rate)} of={rate.part.value + rate.rest.value + rate.open.value} />
      </td>
      <td className={cn(figureCell, "font-semibold text-lg max-md:px-0")}>
        {rate.value === null ? (
          <span className="font-normal text-sm text-subheading">–</span>
        ) : (
          <Link href={rate.part.href} className="hover:underline">
            {percent(rate.value, 1)}
          </Link>
        )}
      </td>
      <td className={cn(figureCell, "text-subheading max-md:hidden")}>{range ?? "–"}</td>
      <td className={cn(figureCell, "text-subheading max-md:row-start-3 max-md:px-0 max-md:text-xs")}>
        <RateChange rate={rate} />
      </td>
      <td
        className={cn(
          figureCell,
          "pe-4 max-md:hidden",
          maturity && maturity.open >= muchOpen ? "font-medium" : "text-subheading",
        )}
      >
        {maturity ? (
          <Link href={rate.open.href} className="hover:underline">
            {percent(maturity.open)}
          </Link>
        ) : (
          "–"
        )}
      </td>
      <td className="text-subheading text-xs md:hidden max-md:col-start-1 max-md:row-start-3">
        {maturity && range ? t("onPhone", { open: percent(maturity.open), range }) : t("none")}
      </td>
    </tr>
  );
}

/** Returns are drawn from their own end: what came back first. */
function partsOf({ name, part, rest, open }: Rate): SplitBarPart[] {
  const isLoss = name === "return";
  return [
    { texture: isLoss ? "lost" : "kept", count: part.value },
    { texture: "open", count: open.value },
    { texture: isLoss ? "kept" : "lost", count: rest.value },
  ];
}

function RateChange({ rate: { name, value, before } }: { rate: Rate }) {
  const t = useTranslations("dashboard.rates");
  const format = useFormatter();
  if (value === null || before === null) return <span>–</span>;
  const points = (value - before) * 100;
  const isWorse = name === "return" ? points > 0 : points < 0;
  const written = format.number(points, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  return (
    <span className={isWorse && Math.abs(points) >= 5 ? "text-red-text" : undefined}>
      {t("points", { points: written.replace("-", "\u2212") })}
    </span>
  );
}
