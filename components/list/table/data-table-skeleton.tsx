"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CellSkeleton, DataTableColumn } from "#components/list/table/columns.ts";
import { RowCard, RowCards } from "#components/list/table/row-cards.tsx";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "#components/list/table/table.tsx";
import { useIsNarrow } from "#components/ui/screen.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export interface DataTableSkeletonProps<Row> {
  columns: DataTableColumn<Row>[];
  rows?: number;
  /** Keeps the place of the boxes. */
  selectable?: boolean;
}

/** Narrow enough for every column, so that none is wider now than with its rows. */
const cells: Record<CellSkeleton, ReactNode> = {
  line: <Skeleton className="inline-block h-3 w-14" />,
  "two-lines": (
    <div className="grid gap-1.5">
      <Skeleton className="h-3 w-18" />
      <Skeleton className="h-2.5 w-12" />
    </div>
  ),
  pill: <Skeleton className="h-[22px] w-20 rounded-full" />,
  avatar: <Skeleton className="size-7 rounded-full" />,
};

const boxMeta = { width: "40px" };

/** The table before its rows are there, in their final sizes. */
export function DataTableSkeleton<Row>({
  columns,
  rows = 10,
  selectable = false,
}: DataTableSkeletonProps<Row>) {
  const t = useTranslations("common");
  const isNarrow = useIsNarrow();
  const places = Array.from({ length: rows }, (_, index) => index);
  return (
    <>
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      <div aria-hidden>
        {isNarrow !== true && (
          <Table label={t("loading")} isForAnyScreen={isNarrow === false}>
            <TableHeader>
              {selectable && (
                <TableHead meta={boxMeta}>
                  <Skeleton className="size-4 rounded-sm" />
                </TableHead>
              )}
              {columns.map((column) => (
                <TableHead key={column.id} meta={column}>
                  <Skeleton className="inline-block h-2.5 w-8" />
                </TableHead>
              ))}
            </TableHeader>
            <TableBody>
              {places.map((place) => (
                <TableRow key={place}>
                  {selectable && (
                    <TableCell meta={boxMeta}>
                      <Skeleton className="size-4 rounded-sm" />
                    </TableCell>
                  )}
                  {columns.map((column) => (
                    <TableCell key={column.id} meta={column}>
                      {cells[column.skeleton ?? "line"]}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        {isNarrow !== false && (
          <RowCards label={t("loading")} isForAnyScreen={isNarrow === true}>
            {places.slice(0, 5).map((place) => (
              <RowCard key={place}>
                <div className="flex justify-between">
                  <Skeleton className="h-4 w-36" />
                  <Skeleton className="h-4 w-20" />
                </div>
                <Skeleton className="mt-1 h-3 w-28" />
                <Skeleton className="mt-1 h-[22px] w-20 rounded-full" />
              </RowCard>
            ))}
          </RowCards>
        )}
      </div>
    </>
  );
}
