"use client";

import { useTranslations } from "next-intl";
import { type DaysValue, noDays, useDaysText } from "#components/list/filters/days.ts";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { type FilterOption, useChosenText } from "#components/list/filters/options.ts";
import type { ListPatch } from "#lib/base/list/define.ts";
import type { DayRange, OpenDays } from "#lib/base/time/day-ranges.ts";

/** The names of the parameters that hold such a value. */
type Holding<Params, Value> = {
  [Name in keyof Params]: Params[Name] extends Value ? Name : never;
}[keyof Params] &
  string;

type WordOf<Values> = Values extends readonly (infer Word extends string)[] ? Word : never;

/** Make the filters of a list, each from the name of the parameter that it changes and what it is called. */
export interface FilterMakers<Params> {
  /** Lets some of a set through. */
  some<Name extends Holding<Params, readonly string[]>>(
    name: Name,
    label: string,
    options: FilterOption<WordOf<Params[Name]>>[],
  ): ListFilter;
  /** Lets days through: the range that moves with today in the parameter `name`, or else the parameters `from` and `to`. */
  days(
    this: Params extends OpenDays ? unknown : never,
    label: string,
    name: Holding<Params, DayRange | null>,
  ): ListFilter;
  /** Lets through only what is so. */
  onlyIf(name: Holding<Params, boolean>, label: string): ListFilter;
  /** Lets one code through, exactly as it is written. */
  code(name: Holding<Params, string>, label: string): ListFilter;
}

/** Makes the filters that lists have in common, which show what the parameters are and change them. */
export function useFilterMakers<Params extends object>(
  params: Params,
  change: (patch: ListPatch<Params>) => void,
): FilterMakers<Params> {
  const t = useTranslations("table.filters");
  const daysText = useDaysText();
  const chosenText = useChosenText();
  const set = (patch: object) => change(patch as ListPatch<Params>);

  return {
    some(name, label, options) {
      const chosen = params[name] as WordOf<Params[typeof name]>[];
      return {
        id: name,
        label,
        text: chosenText(options, chosen),
        edit: {
          kind: "some",
          label,
          options,
          chosen,
          onChange: (next) => set({ [name]: next.length > 0 ? next : null }),
        },
        takeOff: () => set({ [name]: null }),
      };
    },
    days(label, name) {
      const { from, to } = params as unknown as OpenDays;
      const value = { range: params[name] as DayRange | null, from, to };
      const change = ({ range, ...days }: DaysValue) => set({ [name]: range, ...days });
      return {
        id: "days",
        label,
        text: daysText(value),
        edit: { kind: "days", ...value, onChange: change },
        takeOff: () => change(noDays),
      };
    },
    onlyIf(name, label) {
      const isOn = params[name] === true;
      return {
        id: name,
        label,
        text: isOn ? t("yes") : null,
        isPlain: true,
        edit: { kind: "onlyIf", label, isChosen: isOn, onChange: (next) => set({ [name]: next || null }) },
        takeOff: () => set({ [name]: null }),
      };
    },
    code(name, label) {
      const code = params[name] as string;
      return {
        id: name,
        label,
        text: code || null,
        edit: { kind: "code", label, code, onChange: (next) => set({ [name]: next || null }) },
        takeOff: () => set({ [name]: null }),
      };
    },
  };
}
