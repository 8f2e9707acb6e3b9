"use client";

import { BarChart3, Table2 } from "lucide-react";
import { type DateTimeFormatOptions, useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Column, ColumnWords } from "#components/charts/columns.ts";
import { ColumnsChart } from "#components/charts/columns-chart.tsx";
import { LegendEntry } from "#components/charts/swatch.tsx";
import { DashboardCard } from "#components/dashboard/dashboard-card.tsx";
import { GrainMenu } from "#components/dashboard/grain-menu.tsx";
import { undecidedFrom } from "#components/dashboard/maturity.ts";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { Button } from "#components/ui/button.tsx";
import type { Grain, Trend, TrendPoint } from "#lib/kpi/model.ts";

/** With its head and its foot the card is as high as what stands beside it; on phones it leaves room for the figures. */
const chartHeight = "[--chart-height:322px] max-md:[--chart-height:200px]";

/** About as many labels as there is room for. */
const mostTicks = 7;

/** How the leads came in, by what has become of them. */
export function TrendCard({ trend }: { trend: Trend }) {
  const t = useTranslations("dashboard.trend");
  const keys = useTranslations("dashboard.keys");
  const [showsTable, setShowsTable] = useState(false);
  const columns = useColumns(trend);
  const words: ColumnWords = {
    title: t("title"),
    description: t("description"),
    parts: { kept: t("kept"), moving: t("moving"), open: t("open"), lost: t("lost") },
    total: t("total"),
    before: t("before"),
    undecided: t("undecided"),
  };
  usePageKeys([{ keys: ["t"], label: keys("table"), run: () => setShowsTable((shows) => !shows) }]);
  const Icon = showsTable ? BarChart3 : Table2;
  return (
    <DashboardCard
      title={t("title")}
      text={
        <>
          <GrainMenu grain={trend.grain} grains={trend.grains} />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t(showsTable ? "asChart" : "asTable")}
            title={t(showsTable ? "asChart" : "asTable")}
            onClick={() => setShowsTable(!showsTable)}
            className="-me-2 max-md:ms-auto md:order-last print:hidden"
          >
            <Icon aria-hidden />
          </Button>
        </>
      }
      aside={<Legend words={words} hasBefore={trend.before !== null} />}
    >
      <div className="px-2 pb-3">
        <ColumnsChart
          columns={columns}
          words={words}
          heading={t("time")}
          className={chartHeight}
          showsTable={showsTable}
        />
      </div>
    </DashboardCard>
  );
}

function Legend({ words, hasBefore }: { words: ColumnWords; hasBefore: boolean }) {
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {(["kept", "moving", "open", "lost"] as const).map((part) => (
        <LegendEntry key={part} texture={part} label={words.parts[part]} />
      ))}
      {hasBefore && (
        <span className="inline-flex items-center gap-1.5 text-subheading text-xs">
          <span aria-hidden className="w-4 border-chart-before border-t border-dashed" />
          {words.before}
        </span>
      )}
    </span>
  );
}

function useColumns({ points, before, grain }: Trend): Column[] {
  const write = usePointText(grain);
  const undecided = undecidedFrom(points);
  const every = Math.max(1, Math.ceil(points.length / mostTicks));
  return points.map((point, index) => {
    const earlier = before?.[index] ?? null;
    return {
      key: point.at.toISOString(),
      tick: index % every === 0 ? write(point, "tick") : "",
      title: write(point, "title"),
      parts: {
        kept: point.counts.paid,
        moving: point.counts.shipped,
        open: point.counts.waiting,
        lost: point.counts.rejected,
      },
      total: point.counts.total,
      before: earlier?.counts.total ?? null,
      beforeTitle: earlier && write(earlier, "title"),
      isUndecided: undecided !== null && index >= undecided,
      href: point.counts.total > 0 ? point.href : null,
    };
  });
}

const dayFormats: Record<Exclude<Grain, "hour">, Record<"tick" | "title", DateTimeFormatOptions>> = {
  day: {
    tick: { day: "numeric", month: "short" },
    title: { weekday: "short", day: "numeric", month: "short" },
  },
  week: { tick: { day: "numeric", month: "short" }, title: { day: "numeric", month: "short" } },
  month: { tick: { month: "short" }, title: { month: "long", year: "numeric" } },
};

/** How a stretch is written: an hour in the person's time zone; days are midnights in UTC, whatever the zone. */
function usePointText(grain: Grain): (point: TrendPoint, kind: "tick" | "title") => string {
  const t = useTranslations("dashboard.range");
  const format = useFormatter();
  return ({ at, days }, kind) => {
    if (grain === "hour") return format.dateTime(at, kind === "tick" ? "time" : "hour");
    const options = dayFormats[grain][kind];
    const day = (date: Date) => format.dateTime(date, { ...options, timeZone: "UTC" });
    if (grain !== "week" || kind === "tick") return day(days.from);
    return t("days", { from: day(days.from), to: day(days.to) });
  };
}
