"use client";

import { FilterX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { FilterChip } from "#components/list/filters/filter-chip.tsx";
import { FilterMenu } from "#components/list/filters/filter-menu.tsx";
import { Button } from "#components/ui/button.tsx";

/** More of them have no room for their labels on most screens. */
const mostWholeChips = 2;

export interface FilterBarProps {
  search: ReactNode;
  filters: ListFilter[];
  /** Takes the search and all filters off; left out when none is on. */
  onClear?: (() => void) | undefined;
  /** What stands at the right. */
  acts?: ReactNode;
}

/**
 * What narrows a list down on a laptop, in one line: the search, a chip for each filter that is on, and what adds one. Where they are too many
 * the search and the chips become narrower, and at last the chips move in their place.
 */
export function FilterBar({ search, filters, onClear, acts }: FilterBarProps) {
  const t = useTranslations("table");
  const active = filters.filter((filter) => filter.text !== null);
  return (
    <div className="flex items-center gap-2">
      <div className="w-[300px] min-w-[180px] shrink-[4]">{search}</div>
      {active.length > 0 && (
        <div className="-m-1 flex min-w-0 gap-2 overflow-x-auto p-1 [scrollbar-width:none]">
          {active.map(({ id, label, text, isPlain = false, edit, takeOff }) => (
            <FilterChip
              key={id}
              label={label}
              value={text ?? ""}
              isPlain={isPlain}
              isTight={active.length > mostWholeChips}
              edit={edit}
              onRemove={takeOff}
            />
          ))}
        </div>
      )}
      {filters.length > 0 && <FilterMenu filters={filters} activeCount={active.length} />}
      {onClear && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("nothingMatches.clear")}
          title={t("nothingMatches.clear")}
          onClick={onClear}
        >
          <FilterX aria-hidden />
        </Button>
      )}
      {acts && <div className="ms-auto flex shrink-0 items-center gap-1">{acts}</div>}
    </div>
  );
}
