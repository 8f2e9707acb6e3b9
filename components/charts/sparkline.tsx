import { cn } from "#components/ui/cn.ts";

export interface SparklineProps {
  values: number[];
  /** The same of the period before, on the same scale. */
  before: number[] | null;
  /** From which value on the figures may still change much. */
  undecidedFrom: number | null;
  className?: string;
}

const width = 192;
const height = 32;

/** The course of a figure without its numbers, which stand beside it. */
export function Sparkline({ values, before, undecidedFrom, className }: SparklineProps) {
  const longest = Math.max(values.length, before?.length ?? 0, 2);
  const highest = Math.max(1, ...values, ...(before ?? []));
  const x = (index: number) => (index / (longest - 1)) * width;
  const line = (points: number[]) =>
    points.map((value, index) => `${x(index)},${height - 1 - (value / highest) * (height - 2)}`).join(" ");
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={cn("h-8 w-full", className)}
    >
      {undecidedFrom !== null && (
        <rect
          x={x(undecidedFrom)}
          y={0}
          width={width - x(undecidedFrom)}
          height={height}
          className="fill-hover"
        />
      )}
      {before && (
        <polyline
          points={line(before)}
          fill="none"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
          className="stroke-1 stroke-chart-before"
        />
      )}
      <polyline
        points={line(values)}
        fill="none"
        strokeWidth={1.5}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
        className="stroke-heading"
      />
    </svg>
  );
}
