import Link from "next/link";
import type { Column, ColumnWords } from "#components/charts/columns.ts";
import { Swatch } from "#components/charts/swatch.tsx";
import type { Texture } from "#components/charts/texture.ts";

/** As the column is stacked, from its top to its bottom. */
const order = ["lost", "open", "moving", "kept"] as const satisfies readonly Texture[];

export interface ChartTipProps {
  column: Column;
  words: ColumnWords;
  /** Whether it can be reached by a finger: then its total leads to the rows. */
  isPressable: boolean;
}

/** What one column holds. */
export function ChartTip({ column, words, isPressable }: ChartTipProps) {
  return (
    <div className="w-46 rounded-lg border bg-raised p-3 text-heading text-xs shadow-float max-md:w-full max-md:shadow-none">
      <p className="mb-1.5 font-semibold">{column.title}</p>
      <dl className="grid gap-1 tabular-nums">
        {order.map((part) => (
          <div key={part} className="flex items-center gap-2">
            <Swatch texture={part} />
            <dt>{words.parts[part]}</dt>
            <dd className="ms-auto font-medium">{column.parts[part]}</dd>
          </div>
        ))}
        <div className="mt-1 flex border-t pt-1.5">
          <dt>{words.total}</dt>
          <dd className="ms-auto font-medium">
            {isPressable && column.href ? (
              <Link href={column.href} className="-m-3 p-3 underline">
                {column.total}
              </Link>
            ) : (
              column.total
            )}
          </dd>
        </div>
        {column.before !== null && (
          <div className="flex text-subheading">
            <dt>{column.beforeTitle}</dt>
            <dd className="ms-auto">{column.before}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
