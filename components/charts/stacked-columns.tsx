"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useRef, useState } from "react";
import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipDataPoints,
  XAxis,
  YAxis,
} from "recharts";
import { ChartTip } from "#components/charts/chart-tip.tsx";
import type { Column, ColumnWords } from "#components/charts/columns.ts";
import type { Texture } from "#components/charts/texture.ts";
import { useIsPhone } from "#components/ui/use-is-phone.ts";

export interface StackedColumnsProps {
  columns: Column[];
  words: ColumnWords;
}

/** From the bottom to the top. */
const layers = ["kept", "moving", "open", "lost"] as const satisfies readonly Texture[];

const tickStyle = { fontSize: 11, fontWeight: 500, fill: "var(--subheading)" };

/** Columns of four parts over the dashed course of the period before. Arrow keys walk them, Enter opens the rows of one. */
export function StackedColumns({ columns, words }: StackedColumnsProps) {
  const router = useRouter();
  const active = useRef<Column | null>(null);
  const isPhone = useIsPhone();
  const [underneath, setUnderneath] = useState<HTMLElement | null>(null);
  const open = (column: Column | null | undefined) => column?.href && router.push(column.href);
  const openOnEnter = (event: KeyboardEvent) => event.key === "Enter" && open(active.current);
  // On a phone a tap shows what a column holds, and that leads to its rows.
  const press = (index: unknown) => !isPhone && index != null && open(columns[Number(index)]);
  const undecided = columns.filter((column) => column.isUndecided);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart within takes the focus and the arrow keys
    <div onKeyDown={openOnEnter} className="tabular-nums [&_.recharts-surface]:rounded-sm">
      <div className="h-(--chart-height)">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={columns}
            title={words.title}
            desc={words.description}
            margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
            barCategoryGap="19%"
            onClick={({ activeIndex }) => press(activeIndex)}
            className={columns.some(({ href }) => href) ? "cursor-pointer" : undefined}
          >
            <defs>
              <pattern
                id="lost"
                width={5}
                height={5}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width={2} height={5} fill="var(--chart-rejected)" />
              </pattern>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--border)" />
            {undecided.length > 0 && (
              <ReferenceArea
                x1={undecided[0]?.key}
                x2={undecided.at(-1)?.key}
                fill="var(--hover)"
                fillOpacity={1}
                zIndex={-100}
                label={
                  undecided.length > columns.length / 8
                    ? { ...tickStyle, value: words.undecided, position: "insideTop" }
                    : undefined
                }
              />
            )}
            <XAxis
              dataKey="key"
              tickLine={false}
              axisLine={{ stroke: "var(--border-field)" }}
              interval={0}
              height={24}
              tick={tickStyle}
              tickFormatter={(_, index) => columns[index]?.tick ?? ""}
            />
            <YAxis
              width={36}
              tickLine={false}
              axisLine={false}
              allowDecimals={false}
              tickCount={5}
              tick={tickStyle}
            />
            <Tooltip
              key={isPhone ? "underneath" : "beside"}
              portal={isPhone ? underneath : undefined}
              trigger={isPhone ? "click" : "hover"}
              wrapperStyle={isPhone ? { position: "static" } : { zIndex: 10 }}
              offset={20}
              isAnimationActive={false}
              cursor={{ fill: "var(--hover)" }}
              content={({ active: isActive, label }) => {
                const column = columns.find(({ key }) => key === label);
                return isActive && column ? (
                  <ChartTip column={column} words={words} isPressable={isPhone} />
                ) : null;
              }}
            />
            {layers.map((layer) => (
              <Bar
                key={layer}
                dataKey={(column: Column) => column.parts[layer]}
                name={words.parts[layer]}
                stackId="parts"
                isAnimationActive={false}
                shape={(part: BarShapeProps) => <Part {...part} layer={layer} />}
              />
            ))}
            <Line
              dataKey="before"
              name={words.before}
              type="step"
              stroke="var(--chart-before)"
              strokeDasharray="3 3"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <ActiveColumn onChange={(column) => (active.current = column)} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      {isPhone && <div ref={setUnderneath} />}
    </div>
  );
}

const fills: Record<Texture, { fill: string; stroke?: string }> = {
  kept: { fill: "var(--chart-paid)" },
  moving: { fill: "var(--chart-shipped)" },
  open: { fill: "var(--surface)", stroke: "var(--chart-waiting)" },
  lost: { fill: "url(#lost)" },
};

/** One part of a column, a pixel apart from the next; the line around a hollow one lies within it. */
function Part({ x, y, width, height, layer }: BarShapeProps & { layer: Texture }) {
  if (height <= 0) return null;
  const { fill, stroke } = fills[layer];
  const inset = stroke ? 0.5 : 0;
  return (
    <rect
      x={x + inset}
      y={y + inset + 0.5}
      width={Math.max(0, width - 2 * inset)}
      height={Math.max(1, height - 2 * inset - 1)}
      rx={1.5}
      fill={fill}
      stroke={stroke}
    />
  );
}

/** Tells which column the pointer or the arrow keys are on. */
function ActiveColumn({ onChange }: { onChange: (column: Column | null) => void }) {
  const points = useActiveTooltipDataPoints<Column>();
  onChange(points?.[0] ?? null);
  return null;
}
