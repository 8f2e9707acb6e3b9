"use client";

import { useTranslations } from "next-intl";
import { DaysFilter, type DaysValue, useDaysText } from "#components/list/filters/days-filter.tsx";
import type { ListFilter } from "#components/list/filters/filter-bar.tsx";
import { chosenText, type FilterOption, OptionsFilter } from "#components/list/filters/options-filter.tsx";

type Named = Pick<ListFilter, "id" | "label">;

interface OptionsInput<Value extends string> extends Named {
  options: FilterOption<Value>[];
  chosen: readonly Value[];
  /** Null takes the filter off. */
  onChange: (chosen: Value[] | null) => void;
}

interface DaysInput extends Named {
  days: DaysValue;
  onChange: (days: DaysValue) => void;
}

/** Makes the filters that lists have in common: some of a set, and a range of days. */
export function useListFilters() {
  const unknown = useTranslations("table.filters")("unknown");
  const daysText = useDaysText();

  function optionsFilter<Value extends string>(input: OptionsInput<Value>): ListFilter {
    const { id, label, options, chosen, onChange } = input;
    return {
      id,
      label,
      text: chosenText(options, chosen, unknown),
      editor: (
        <OptionsFilter
          label={label}
          options={options}
          chosen={chosen}
          onChange={(next) => onChange(next.length > 0 ? next : null)}
        />
      ),
      takeOff: () => onChange(null),
    };
  }

  function daysFilter({ id, label, days, onChange }: DaysInput): ListFilter {
    return {
      id,
      label,
      text: daysText(days),
      editor: <DaysFilter from={days.from} to={days.to} onChange={onChange} />,
      takeOff: () => onChange({ from: null, to: null }),
    };
  }

  return { optionsFilter, daysFilter };
}
