"use client";

import { Command } from "cmdk";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { timezoneName } from "#components/settings/profile/timezone-name.ts";
import { cn } from "#components/ui/cn.ts";
import { controlClasses } from "#components/ui/control.ts";
import { useNow } from "#components/ui/now.tsx";
import { search } from "#lib/palette/model.ts";

/** So many are drawn: whoever looks for another types on. */
const shownAtMost = 80;

export interface TimezoneListProps {
  timezone: string;
  timezones: string[];
  onChoose: (timezone: string) => void;
}

/** All time zones, and a field to find one by a part of its name. */
export function TimezoneList({ timezone, timezones, onChoose }: TimezoneListProps) {
  const t = useTranslations("profile.language");
  const now = useNow();
  const [typed, setTyped] = useState("");
  const others = timezones.filter((zone) => zone !== timezone);
  const found = search([timezone, ...others], typed, timezoneName).slice(0, shownAtMost);
  return (
    <Command label={t("timezone")} shouldFilter={false} vimBindings={false} loop>
      <div className="border-b p-2">
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={t("searchTimezones")}
          aria-label={t("searchTimezones")}
          className={cn(controlClasses, "h-8 max-md:h-11")}
        />
      </div>
      <Command.List label={t("timezone")} className="max-h-72 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-3 text-sm text-subheading">{t("noTimezone")}</Command.Empty>
        {found.map((zone) => (
          <Command.Item
            key={zone}
            value={zone}
            onSelect={() => onChoose(zone)}
            className="flex min-h-8 cursor-pointer items-center gap-2 rounded-lg px-2 py-1 text-sm aria-selected:bg-hover aria-selected:text-heading max-md:min-h-11"
          >
            <span className="min-w-0 flex-1 truncate">{timezoneName(zone)}</span>
            <span className="shrink-0 text-subheading text-xs tabular-nums">{offsetOf(zone, now)}</span>
            <Check
              aria-hidden
              className={cn("size-4 shrink-0 text-brand-text", zone !== timezone && "invisible")}
            />
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/** "GMT+2"; a browser may not know a zone that the server knows. */
function offsetOf(zone: string, now: Date): string {
  try {
    const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" });
    return format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}
