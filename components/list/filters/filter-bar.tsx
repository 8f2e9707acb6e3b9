"use client";

import { ChevronLeft, ChevronRight, ListFilter as FilterIcon, FilterX, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { FilterChip } from "#components/list/filters/filter-chip.tsx";
import { SearchBox } from "#components/list/filters/search-box.tsx";
import { focusWithin, walkByArrows } from "#components/list/filters/walk.ts";
import { Button } from "#components/ui/button.tsx";
import { menuItemClasses } from "#components/ui/floating.ts";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";

/** Shorter words find too much to be of use. */
const shortestSearch = 3;

/** More of them have no room for their labels on most screens. */
const mostWholeChips = 2;

/** One thing that a list can be filtered by. */
export interface ListFilter {
  id: string;
  label: string;
  /** What it lets through, such as "Lumea.ro, Casa Vie +2"; null when it is off. */
  text: string | null;
  /** Its label says all that its text does. */
  isPlain?: boolean;
  /** What changes it. */
  editor: ReactNode;
  takeOff: () => void;
  /** Asked for seldom: it stands behind "More". */
  isUnderMore?: boolean;
}

export interface FilterBarProps {
  search: {
    value: string;
    placeholder: string;
    minLength?: number;
    onChange: (value: string) => void;
    onEnter: () => void;
  };
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
          {active.map(({ id, label, text, isPlain = false, editor, takeOff }) => (
            <FilterChip
              key={id}
              label={label}
              value={text ?? ""}
              isPlain={isPlain}
              isTight={active.length > mostWholeChips}
              onRemove={takeOff}
            >
              {editor}
            </FilterChip>
          ))}
          <Button variant="ghost" className="md:hidden" onClick={onClear}>
            {t("nothingMatches.clear")}
          </Button>
        </div>
      )}
      {filters.length > 0 && <FilterMenu filters={filters} activeCount={active.length} />}
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

/** Adds a filter: first what it is about, then what it lets through. A filter that is taken off leaves the focus here. */
function FilterMenu({ filters, activeCount }: { filters: ListFilter[]; activeCount: number }) {
  const t = useTranslations("table.filters");
  const trigger = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const count = useRef(activeCount);
  const [id, setId] = useState<string | null>(null);
  const [isMore, setMore] = useState(false);
  const shown = filters.filter(({ isUnderMore = false }) => isUnderMore === isMore);
  const hasMore = filters.some(({ isUnderMore }) => isUnderMore);
  const chosen = filters.find((filter) => filter.id === id);

  usePageKeys([{ keys: ["f"], label: t("add"), run: () => trigger.current?.click() }]);

  useEffect(() => {
    const isFewer = activeCount < count.current;
    count.current = activeCount;
    if (isFewer && document.activeElement === document.body) trigger.current?.focus();
  }, [activeCount]);

  // What was pressed has made room for what is chosen next, which takes the focus on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines are there
  useEffect(() => focusWithin(content.current), [id, isMore]);

  return (
    <Popover
      onOpenChange={(open) => {
        if (!open) return;
        setId(null);
        setMore(false);
      }}
    >
      <PopoverTrigger asChild>
        <Button ref={trigger} variant="ghost" size="icon-on-phone" aria-keyshortcuts="F">
          <FilterIcon aria-hidden className="md:hidden" />
          <Plus aria-hidden className="max-md:hidden" />
          <span className="max-md:sr-only">{t("add")}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent
        ref={content}
        className="w-auto min-w-56"
        aria-label={t("add")}
        onKeyDown={walkByArrows}
      >
        {chosen ? (
          <div className="grid gap-2">
            <Button
              data-way-back=""
              variant="ghost"
              size="sm"
              className="-ms-1 justify-self-start"
              onClick={() => setId(null)}
            >
              <ChevronLeft aria-hidden />
              {chosen.label}
            </Button>
            {chosen.editor}
          </div>
        ) : (
          <ul className="-m-2 grid">
            {isMore && (
              <li>
                <button type="button" data-way-back="" className={lineClasses} onClick={() => setMore(false)}>
                  <ChevronLeft aria-hidden className="size-4 text-subheading" />
                  {t("less")}
                </button>
              </li>
            )}
            {shown.map((filter) => (
              <li key={filter.id}>
                <FilterLine label={filter.label} onChoose={() => setId(filter.id)} />
              </li>
            ))}
            {!isMore && hasMore && (
              <li>
                <FilterLine label={t("others")} onChoose={() => setMore(true)} />
              </li>
            )}
          </ul>
        )}
      </PopoverContent>
    </Popover>
  );
}

const lineClasses = `${menuItemClasses} w-full hover:bg-hover focus-visible:bg-hover`;

function FilterLine({ label, onChoose }: { label: string; onChoose: () => void }) {
  return (
    <button type="button" className={lineClasses} onClick={onChoose}>
      {label}
      <ChevronRight aria-hidden className="ms-auto size-4 text-subheading" />
    </button>
  );
}
