"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { inMinutes, type Pause, pauseOf, pauseUnits } from "#components/leads/call/pause.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";

export interface PauseFieldProps {
  label: string;
  minutes: number;
  error?: string | undefined;
  onChange: (minutes: number) => void;
  remove: ReactNode;
}

/** How long to wait: a number and a unit. */
export function PauseField({ label, minutes, error, onChange, remove }: PauseFieldProps) {
  const t = useTranslations("callRules");
  const [{ amount, unit }, setPause] = useState(() => pauseOf(minutes));

  function change(pause: Pause): void {
    setPause(pause);
    onChange(inMinutes(pause));
  }

  return (
    <div className="flex items-end gap-2">
      <Field label={label} error={error} className="min-w-0 flex-1">
        <Input
          inputMode="numeric"
          defaultValue={amount}
          onChange={(event) => change({ amount: Number.parseInt(event.target.value, 10), unit })}
        />
      </Field>
      <div className="w-32">
        <Select value={unit} onValueChange={(value) => change({ amount, unit: value as Pause["unit"] })}>
          <SelectTrigger aria-label={t("unitOf", { label })} />
          <SelectContent>
            {pauseUnits.map((one) => (
              <SelectItem key={one} value={one}>
                {t(`units.${one}`)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <div className="w-8 max-md:w-11">{remove}</div>
    </div>
  );
}
