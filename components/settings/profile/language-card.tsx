"use client";

import { useTranslations } from "next-intl";
import { useOptimistic } from "react";
import { TimeFormatSelect } from "#components/settings/profile/time-format-select.tsx";
import { TimezoneField } from "#components/settings/profile/timezone-field.tsx";
import { useProfileChange } from "#components/settings/profile/use-profile-change.ts";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import type { TimeFormat } from "#lib/base/i18n/formats.ts";
import { type Locale, languageNames, locales } from "#lib/base/i18n/locales.ts";

/** What the choice is called to leave it to the browser. */
const asBrowser = "browser";

export interface LanguageCardProps {
  /** The chosen one; null leaves it to the browser. */
  locale: Locale | null;
  browserLocale: Locale;
  timezone: string;
  /** All that there are. */
  timezones: string[];
  timeFormat: TimeFormat;
}

/** In which language Astra speaks, and by which clock. Each choice counts at once. */
export function LanguageCard({ timezone, timezones, timeFormat, ...languages }: LanguageCardProps) {
  const t = useTranslations("profile.language");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <div className="grid max-w-md grid-cols-1 gap-4">
          <Field label={t("language")} hint={t("languageHint")}>
            <LanguageSelect {...languages} />
          </Field>
          <TimezoneField timezone={timezone} timezones={timezones} />
          <Field label={t("timeFormat")}>
            <TimeFormatSelect timeFormat={timeFormat} />
          </Field>
        </div>
      </CardContent>
    </Card>
  );
}

function LanguageSelect({ locale, browserLocale }: Pick<LanguageCardProps, "locale" | "browserLocale">) {
  const t = useTranslations("profile.language");
  const { change, pending } = useProfileChange();
  const [shown, show] = useOptimistic(locale ?? asBrowser);

  function choose(value: string): void {
    const chosen = locales.find((one) => one === value) ?? null;
    change({ locale: chosen }, () => show(chosen ?? asBrowser));
  }

  return (
    <Select value={shown} onValueChange={choose}>
      <SelectTrigger aria-busy={pending} />
      <SelectContent>
        <SelectItem value={asBrowser}>
          {t("asBrowser", { language: languageNames[browserLocale] })}
        </SelectItem>
        {locales.map((one) => (
          <SelectItem key={one} value={one} lang={one}>
            {languageNames[one]}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
