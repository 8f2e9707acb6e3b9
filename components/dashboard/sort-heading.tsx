import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { headingCell } from "#components/dashboard/dashboard-card.tsx";
import type { Sorting } from "#components/dashboard/use-sorted.ts";
import { cn } from "#components/ui/cn.ts";

export interface SortHeadingProps<Column extends string> {
  column: Column;
  label: string;
  sorting: Sorting<Column>;
  onSort: (column: Column) => void;
  className?: string;
}

/** The heading of a column that sorts its table. */
export function SortHeading<Column extends string>({
  column,
  label,
  sorting,
  onSort,
  className,
}: SortHeadingProps<Column>) {
  const t = useTranslations("dashboard.tables");
  const isSorted = sorting.column === column;
  const Arrow = sorting.isAscending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sorting.isAscending ? "ascending" : "descending") : undefined}
      className={cn(headingCell, className)}
    >
      <button
        type="button"
        onClick={() => onSort(column)}
        title={t("sortBy", { column: label })}
        className="rounded-sm hover:text-heading"
      >
        {label}
        {isSorted && <Arrow aria-hidden className="ms-0.5 inline size-3" />}
      </button>
    </th>
  );
}
