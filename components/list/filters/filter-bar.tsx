"use client";

import { FilterX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { FilterChip } from "#components/list/filters/filter-chip.tsx";
import { FilterMenu } from "#components/list/filters/filter-menu.tsx";
import { SearchBox } from "#components/list/filters/search-box.tsx";
import { Button } from "#components/ui/button.tsx";

/** Shorter words find too much to be of use. */
const shortestSearch = 3;

/** More of them have no room for their labels on most screens. */
const mostWholeChips = 2;

export interface FilterBarProps {
  search: { value: string; placeholder: string; minLength?: number; onChange: (value: string) => void };
  filters: ListFilter[];
  /** Takes the search and all filters off. */
  onClear: () => void;
  /** What stands at the right. */
  acts?: ReactNode;
}

/**
 * What narrows a list down, in one line: the search, a chip for each filter that is on, and what adds one. Where they are too many the search and
 * the chips become narrower, and at last the chips move in their place. On phones the chips stand in a line below, which moves under the thumb.
 */
export function FilterBar({ search, filters, onClear, acts }: FilterBarProps) {
  const t = useTranslations("table");
  const active = filters.filter((filter) => filter.text !== null);
  const isNarrowed = active.length > 0 || search.value !== "";
  return (
    <div className="flex items-center gap-2 max-md:flex-wrap">
      <SearchBox
        minLength={shortestSearch}
        {...search}
        className="max-md:min-w-40 max-md:flex-1 md:w-[300px] md:min-w-[180px] md:shrink-[4]"
      />
      {isNarrowed && (
        <div className="-m-1 flex min-w-0 gap-2 overflow-x-auto p-1 [scrollbar-width:none] max-md:order-1 max-md:flex-1 max-md:basis-56">
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
          <Button variant="ghost" className="md:hidden" onClick={onClear}>
            {t("nothingMatches.clear")}
          </Button>
        </div>
      )}
      {filters.length > 0 && <FilterMenu filters={filters} />}
      {isNarrowed && (
        <Button
          variant="ghost"
          size="icon"
          className="max-md:hidden"
          aria-label={t("nothingMatches.clear")}
          title={t("nothingMatches.clear")}
          onClick={onClear}
        >
          <FilterX aria-hidden />
        </Button>
      )}
      {acts && <div className="ms-auto flex shrink-0 items-center gap-1 max-md:contents">{acts}</div>}
    </div>
  );
}
