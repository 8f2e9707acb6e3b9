"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { FilterOption } from "#components/list/filters/options.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Input } from "#components/ui/input.tsx";

/** With so many options there is a box to search among them. */
const searchFrom = 9;

export interface OptionsFilterProps<Value extends string> {
  label: string;
  options: FilterOption<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

/** Chooses some of a set. */
export function OptionsFilter<Value extends string>({
  label,
  options,
  chosen,
  onChange,
}: OptionsFilterProps<Value>) {
  const t = useTranslations("table.filters");
  const [wanted, setWanted] = useState("");
  const text = wanted.trim().toLowerCase();
  const shown = options.filter(({ label, detail }) =>
    `${label} ${detail ?? ""}`.toLowerCase().includes(text),
  );

  function toggle(value: Value, isChosen: boolean): void {
    const others = chosen.filter((one) => one !== value);
    onChange(isChosen ? [...others, value] : others);
  }

  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{label}</legend>
      {options.length >= searchFrom && (
        <Input
          aria-label={t("searchOptions")}
          placeholder={t("searchOptions")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="mb-1"
        />
      )}
      {/* As long as the screen has room, and never whole lines: half of one says that there are more. A sheet scrolls by itself. */}
      <div className="-mx-1 overflow-y-auto px-1 md:max-h-[calc(round(down,min(28rem,50dvh),2rem)-0.75rem)]">
        {shown.map((option) => (
          <OptionLine
            key={option.value}
            label={option.label}
            detail={option.detail}
            isChosen={chosen.includes(option.value)}
            onChange={(isChosen) => toggle(option.value, isChosen)}
          />
        ))}
        {shown.length === 0 && <p className="px-1 py-2 text-sm text-subheading">{t("noOptions")}</p>}
      </div>
    </fieldset>
  );
}

export interface OptionLineProps {
  label: string;
  detail?: string | undefined;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

/** One line of a filter: what is let through, and whether it is. */
export function OptionLine({ label, detail, isChosen, onChange }: OptionLineProps) {
  const id = useId();
  return (
    <div className="flex min-h-8 items-center gap-2.5 rounded-lg px-1 hover:bg-hover max-md:min-h-11">
      <Checkbox id={id} checked={isChosen} onCheckedChange={onChange} />
      <label htmlFor={id} className="max-w-64 flex-1 cursor-pointer truncate py-1.5 text-sm">
        {label}
        {detail && <span className="block truncate text-subheading text-xs">{detail}</span>}
      </label>
    </div>
  );
}
