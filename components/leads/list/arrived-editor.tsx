"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { dayRanges, daysOf, rangeOf } from "#components/leads/list/day-ranges.ts";
import type { ParamsPatch } from "#components/leads/list/filter-kinds.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useNow } from "#components/ui/now.tsx";
import type { LeadListParams } from "#lib/leads/filters.ts";
import { dayOf } from "#lib/time/moment.ts";

export interface ArrivedEditorProps {
  params: LeadListParams;
  onChange: (patch: ParamsPatch) => void;
}

/** When the leads arrived: a usual range, or any days. */
export function ArrivedEditor({ params: { from, to }, onChange }: ArrivedEditorProps) {
  const t = useTranslations("leads.filters");
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  const range = rangeOf(from, to, today);
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-2">
        {dayRanges.map((one) => (
          <Button
            key={one}
            size="sm"
            aria-pressed={one === range}
            onClick={() => onChange(daysOf(one, today))}
            className="aria-pressed:border-brand aria-pressed:bg-selected"
          >
            {t(`ranges.${one}`)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("from")}>
          <DayInput day={from} max={to} onChange={(day) => onChange({ from: day })} />
        </Field>
        <Field label={t("to")}>
          <DayInput day={to} min={from} onChange={(day) => onChange({ to: day })} />
        </Field>
      </div>
    </div>
  );
}

interface DayInputProps {
  day: Date | null;
  min?: Date | null;
  max?: Date | null;
  onChange: (day: Date | null) => void;
}

/** Typed key by key, a year passes through 0002: only whole years of this age count. */
function DayInput({ day, min, max, onChange }: DayInputProps) {
  return (
    <Input
      key={day?.getTime()}
      type="date"
      defaultValue={write(day)}
      min={write(min)}
      max={write(max)}
      onBlur={(event) => {
        const typed = event.target.value;
        if (typed === (write(day) ?? "")) return;
        if (typed === "") onChange(null);
        else if (typed >= "2000") onChange(new Date(`${typed}T00:00:00Z`));
      }}
    />
  );
}

function write(day: Date | null | undefined): string | undefined {
  return day?.toISOString().slice(0, 10);
}
