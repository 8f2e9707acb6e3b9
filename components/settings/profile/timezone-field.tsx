"use client";

import { ChevronDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { lazy, useOptimistic, useState, useSyncExternalStore } from "react";
import { timezoneName } from "#components/settings/profile/timezone-name.ts";
import { useProfileChange } from "#components/settings/profile/use-profile-change.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { controlClasses } from "#components/ui/control.ts";
import { Field } from "#components/ui/field.tsx";
import { useFieldControl } from "#components/ui/field-context.ts";
import { useNow } from "#components/ui/now.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { presentTimezone } from "#lib/base/time/zones.ts";

const TimezoneList = lazy(() =>
  import("#components/settings/profile/timezone-list.tsx").then((parts) => ({ default: parts.TimezoneList })),
);

export interface TimezoneFieldProps {
  timezone: string;
  timezones: string[];
}

/** The person's time zone, found by typing; the device's own is one click away. */
export function TimezoneField({ timezone, timezones }: TimezoneFieldProps) {
  const t = useTranslations("profile.language");
  const format = useFormatter();
  const now = useNow();
  const { change, pending } = useProfileChange();
  const [shown, show] = useOptimistic(timezone);
  const device = useDeviceTimezone();
  const choose = (chosen: string) => change({ timezone: chosen }, () => show(chosen));
  return (
    <div className="grid grid-cols-1 justify-items-start gap-1.5">
      <Field
        label={t("timezone")}
        hint={t("timezoneHint", { time: format.dateTime(now, "time") })}
        className="w-full"
      >
        <TimezoneChoice timezone={shown} timezones={timezones} isBusy={pending} onChoose={choose} />
      </Field>
      {device && device !== shown && timezones.includes(device) && (
        <Button size="sm" className="max-w-full" onClick={() => choose(device)}>
          <span className="truncate">{t("useDevice", { zone: timezoneName(device) })}</span>
        </Button>
      )}
    </div>
  );
}

export interface TimezoneChoiceProps extends TimezoneFieldProps {
  isBusy: boolean;
  onChoose: (timezone: string) => void;
}

/** A time zone, found by typing. */
export function TimezoneChoice({ timezone, timezones, isBusy, onChoose }: TimezoneChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  const t = useTranslations("profile.language");

  function choose(chosen: string): void {
    setOpen(false);
    if (chosen !== timezone) onChoose(chosen);
  }

  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger
        {...useFieldControl()}
        role="combobox"
        aria-busy={isBusy}
        className={cn(
          controlClasses,
          "inline-flex h-8 items-center justify-between gap-2 text-start max-md:h-11",
        )}
      >
        <span className="truncate">{timezoneName(timezone)}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-subheading" />
      </PopoverTrigger>
      <PopoverContent aria-label={t("timezone")} className="w-96 max-w-[calc(100vw-1rem)] p-0">
        <TimezoneList timezone={timezone} timezones={timezones} onChoose={choose} />
      </PopoverContent>
    </Popover>
  );
}

const neverChanges = () => () => undefined;

/** Where the device says that it is; the server can't know. */
function useDeviceTimezone(): string | null {
  return useSyncExternalStore(
    neverChanges,
    () => presentTimezone(Intl.DateTimeFormat().resolvedOptions().timeZone),
    () => null,
  );
}
