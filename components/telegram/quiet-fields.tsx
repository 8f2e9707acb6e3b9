"use client";

import { useTranslations } from "next-intl";
import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import { CheckRow } from "#components/telegram/check-row.tsx";
import { Field } from "#components/ui/field.tsx";
import { TimeField } from "#components/ui/time-field.tsx";
import type { GroupPreferencesInput, GroupPreferencesRequest } from "#lib/telegram/schema.ts";

export interface QuietFieldsProps {
  form: UseFormReturn<GroupPreferencesInput, unknown, GroupPreferencesRequest>;
  timezone: string;
}

/** When nobody is to be disturbed. */
export function QuietFields({ form, timezone }: QuietFieldsProps) {
  const t = useTranslations("telegram.preferences");
  const isQuiet = useWatch({ control: form.control, name: "isQuiet" });
  const { errors } = form.formState;
  return (
    <div className="grid gap-3">
      <Controller
        control={form.control}
        name="isQuiet"
        render={({ field }) => (
          <CheckRow
            label={t("quiet")}
            hint={t("quietHint")}
            checked={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {isQuiet && (
        <div className="grid gap-1.5 ps-7">
          <div className="flex flex-wrap gap-4">
            <Field label={t("quietFrom")} error={errors.quietFrom?.message} className="min-w-32 flex-1">
              <Controller
                control={form.control}
                name="quietFrom"
                render={({ field }) => <TimeField {...field} value={field.value ?? ""} />}
              />
            </Field>
            <Field label={t("quietUntil")} error={errors.quietUntil?.message} className="min-w-32 flex-1">
              <Controller
                control={form.control}
                name="quietUntil"
                render={({ field }) => <TimeField {...field} value={field.value ?? ""} />}
              />
            </Field>
          </div>
          <p className="text-subheading text-xs">{t("inTimezone", { timezone })}</p>
        </div>
      )}
    </div>
  );
}
