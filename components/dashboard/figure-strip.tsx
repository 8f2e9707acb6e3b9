import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Swatch } from "#components/charts/swatch.tsx";
import type { Texture } from "#components/charts/texture.ts";
import { Change } from "#components/dashboard/change.tsx";
import { ChangingFigure } from "#components/dashboard/changing-figure.tsx";
import { undecidedFrom } from "#components/dashboard/maturity.ts";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { CountFigure, CountName, Trend } from "#lib/kpi/model.ts";

/** In the order of the strip; the total has no texture of its own. */
const cells: { name: CountName; texture: Texture | null }[] = [
  { name: "total", texture: null },
  { name: "waiting", texture: "open" },
  { name: "shipped", texture: "moving" },
  { name: "paid", texture: "kept" },
  { name: "rejected", texture: "lost" },
];

export interface FigureStripProps {
  counts: CountFigure[];
  trend: Trend;
}

/** The five counts, each leading to its leads. */
export function FigureStrip({ counts, trend }: FigureStripProps) {
  const t = useTranslations("dashboard.counts");
  const total = counts.find(({ name }) => name === "total");
  return (
    <Card className="grid grid-cols-2 lg:grid-cols-5 print:grid-cols-5">
      {cells.map(({ name, texture }, index) => {
        const figure = counts.find((one) => one.name === name);
        return (
          figure && (
            <Link
              key={name}
              href={figure.href}
              className={cn(
                "group grid min-w-0 content-start gap-0.5 px-5 py-4 transition-colors hover:bg-hover max-md:px-4",
                index === 0
                  ? "rounded-t-xl max-lg:col-span-2 max-lg:grid-cols-[1fr_140px] lg:rounded-s-xl lg:rounded-se-none print:col-span-1 print:grid-cols-1"
                  : "border-t lg:border-t-0 lg:border-s print:border-t-0 print:border-s",
                index > 0 && index % 2 === 0 && "max-lg:border-s",
                index === 3 && "max-lg:rounded-es-xl",
                index === 4 && "rounded-ee-xl lg:rounded-se-xl",
              )}
            >
              <span className="col-start-1 flex items-center gap-2 font-medium text-body text-sm">
                {texture && <Swatch texture={texture} />}
                {t(name)}
              </span>
              <span className="col-start-1">
                <Figure figure={figure} isLarge={index === 0} />
              </span>
              <Beneath figure={figure} total={total?.value ?? 0} />
              <Sparkline
                values={trend.points.map(({ counts: point }) => point[name])}
                before={trend.before?.map(({ counts: point }) => point[name]) ?? null}
                undecidedFrom={undecidedFrom(trend.points)}
                className={cn(
                  "mt-2",
                  index === 0
                    ? "max-lg:col-start-2 max-lg:row-span-3 max-lg:row-start-1 max-lg:mt-0 max-lg:h-12 max-lg:self-center print:col-start-1 print:row-auto print:mt-2 print:h-8"
                    : "max-lg:hidden print:block",
                )}
              />
            </Link>
          )
        );
      })}
    </Card>
  );
}

function Figure({ figure, isLarge }: { figure: CountFigure; isLarge: boolean }) {
  const format = useFormatter();
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5">
      <ChangingFigure
        value={figure.value}
        className={cn(
          "font-semibold text-heading tabular-nums tracking-[-0.02em] group-hover:underline",
          isLarge ? "text-[28px] leading-9" : "text-[28px] leading-9 max-lg:text-[22px] max-lg:leading-8",
        )}
      >
        {format.number(figure.value)}
      </ChangingFigure>
      {figure.before !== null && (
        <Change value={figure.value} before={figure.before} isLoss={figure.name === "rejected"} />
      )}
    </span>
  );
}

function Beneath({ figure: { name, value, before }, total }: { figure: CountFigure; total: number }) {
  const t = useTranslations("dashboard.counts");
  const format = useFormatter();
  const share = format.number(total > 0 ? value / total : 0, { style: "percent", maximumFractionDigits: 1 });
  return <span className="col-start-1 text-subheading text-xs tabular-nums">{words()}</span>;

  function words(): ReactNode {
    if (name === "total") return before === null ? "\u00a0" : t("before", { count: before });
    if (before === null) return t("share", { share });
    return (
      <>
        <span className="max-xl:hidden">{t("shareAndBefore", { share, count: before })}</span>
        <span className="xl:hidden">{t("shareAndBeforeShort", { share, count: before })}</span>
      </>
    );
  }
}
