"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { Column, ColumnWords } from "#components/charts/columns.ts";
import { ColumnsTable } from "#components/charts/columns-table.tsx";
import { cn } from "#components/ui/cn.ts";
import { whenIdle } from "#components/ui/when-idle.ts";

export interface ColumnsChartProps {
  columns: Column[];
  words: ColumnWords;
  /** The heading of the first column of the table. */
  heading: string;
  /** How high the drawing is, as --chart-height. */
  className: string;
  /** Whether the figures stand there instead of the drawing. */
  showsTable: boolean;
}

/** Only who sees a chart loads what draws it. */
const StackedColumns = dynamic(
  () => import("#components/charts/stacked-columns.tsx").then((module) => module.StackedColumns),
  { ssr: false },
);

/** The chart, and the table behind it: for screen readers always, for all others when they ask. */
export function ColumnsChart({ columns, words, heading, className, showsTable }: ColumnsChartProps) {
  const [isDrawn, setIsDrawn] = useState(false);

  // What draws is large: first comes all that can be pressed.
  useEffect(() => whenIdle(() => setIsDrawn(true)), []);

  return (
    <div
      className={cn(
        "relative",
        showsTable ? "h-(--chart-height) overflow-y-auto" : "min-h-(--chart-height)",
        className,
      )}
    >
      {isDrawn && !showsTable && <StackedColumns columns={columns} words={words} />}
      <div className={showsTable ? undefined : "sr-only"}>
        <ColumnsTable columns={columns} words={words} heading={heading} />
      </div>
    </div>
  );
}
