"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useOptimistic } from "react";
import { useProfileChange } from "#components/settings/profile/use-profile-change.ts";
import { useNow } from "#components/ui/now.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { formatsWith, type TimeFormat, timeFormats } from "#lib/base/i18n/formats.ts";

const names = { "24h": "24h", "12h": "12h", language: "usual" } as const satisfies Record<TimeFormat, string>;

/** How times of day are written, each way shown by the present one. */
export function TimeFormatSelect({ timeFormat }: { timeFormat: TimeFormat }) {
  const t = useTranslations("profile.language");
  const locale = useLocale();
  const format = useFormatter();
  const now = useNow();
  const { change, pending } = useProfileChange();
  const [shown, show] = useOptimistic(timeFormat);

  function choose(value: string): void {
    const chosen = timeFormats.find((one) => one === value);
    if (chosen) change({ timeFormat: chosen }, () => show(chosen));
  }

  return (
    <Select value={shown} onValueChange={choose}>
      <SelectTrigger aria-busy={pending} />
      <SelectContent>
        {timeFormats.map((one) => (
          <SelectItem key={one} value={one}>
            {t(names[one], { time: format.dateTime(now, formatsWith(one, locale).dateTime.time) })}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
