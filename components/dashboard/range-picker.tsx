"use client";

import { Calendar, ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTimeZone, useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useDayText } from "#components/dashboard/day-text.ts";
import { useDashboardParams } from "#components/dashboard/use-dashboard-params.ts";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useNow } from "#components/ui/now.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { useIsPhone } from "#components/ui/use-is-phone.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import { comparisons, type Days, type Range, ranges } from "#lib/kpi/model.ts";

const presets = ranges.filter((range) => range !== "custom");

/** Only who chooses days waits for the calendar. */
const RangeCalendar = dynamic(
  () => import("#components/ui/range-calendar.tsx").then((module) => module.RangeCalendar),
  { loading: () => <div className="h-[260px] max-md:h-[350px]" /> },
);

export interface RangePickerProps {
  days: Days;
  /** The days compared with. */
  before: Days | null;
}

/** Which days the dashboard is of, and what they are compared with. A preset counts at once, days of the calendar when they are asked for. */
export function RangePicker({ days, before }: RangePickerProps) {
  const t = useTranslations("dashboard.range");
  const keys = useTranslations("dashboard.keys");
  const { params, change, isPending } = useDashboardParams();
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState<Days>(days);
  const written = useDayText(useNow());

  function setOpen(opens: boolean): void {
    setDraft(days);
    setIsOpen(opens);
  }

  usePageKeys([{ keys: ["r"], label: keys("range"), run: () => setOpen(true) }]);

  function choose(range: Range): void {
    change({ range, from: null, to: null });
    setIsOpen(false);
  }

  function show(): void {
    change({ range: "custom", from: draft.from, to: draft.to });
    setIsOpen(false);
  }

  function pressNumber(event: KeyboardEvent): void {
    const preset = presets[Number(event.key) - 1];
    if (preset && !event.ctrlKey && !event.metaKey && !event.altKey) choose(preset);
  }

  const isDrafted = draft.from.getTime() !== days.from.getTime() || draft.to.getTime() !== days.to.getTime();
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button aria-busy={isPending} className="min-w-0 max-md:flex-1 max-md:justify-start">
          <Calendar aria-hidden />
          <span className="shrink-0">{t(params.range)}</span>
          <span className="truncate font-normal text-subheading">
            {before ? t("versus", { days: written(days), before: written(before) }) : written(days)}
          </span>
          <ChevronDown aria-hidden className="max-md:ms-auto" />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="end"
        aria-label={t("title")}
        onKeyDown={pressNumber}
        className="grid w-auto p-0 md:grid-cols-[176px_1fr]"
      >
        <ul className="border-b p-2 max-md:grid max-md:grid-cols-2 md:border-e md:border-b-0">
          {presets.map((preset, index) => (
            <li key={preset}>
              <Button
                variant="ghost"
                aria-pressed={params.range === preset}
                onClick={() => choose(preset)}
                className="w-full justify-start font-normal aria-pressed:bg-selected aria-pressed:font-medium aria-pressed:text-heading"
              >
                {t(preset)}
                <Kbd className="ms-auto max-md:hidden">{index + 1}</Kbd>
              </Button>
            </li>
          ))}
        </ul>
        <div className="grid content-between gap-3 p-4">
          <DayChoice draft={draft} compared={isDrafted ? null : before} onChange={setDraft} />
          <Compare before={isDrafted || !before ? null : written(before)} />
          <Foot>
            <Button variant="primary" disabled={!isDrafted} onClick={show}>
              {t("show")}
            </Button>
          </Foot>
        </div>
      </PopoverContent>
    </Popover>
  );
}

interface DayChoiceProps {
  draft: Days;
  compared: Days | null;
  onChange: (days: Days) => void;
}

function DayChoice({ draft, compared, onChange }: DayChoiceProps) {
  const isPhone = useIsPhone();
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  return (
    <RangeCalendar
      from={draft.from}
      to={draft.to}
      today={today}
      compared={compared}
      months={isPhone ? 1 : 2}
      onChange={onChange}
    />
  );
}

/** What the days are compared with, and which days these are. */
function Compare({ before }: { before: string | null }) {
  const t = useTranslations("dashboard.range");
  const { params, change } = useDashboardParams();
  return (
    <fieldset className="grid gap-2 border-t pt-3 text-heading text-sm">
      <legend className="float-start mb-0.5 text-subheading text-xs">{t("compare")}</legend>
      {comparisons.map((comparison) => (
        <label key={comparison} className="flex items-center gap-2 max-md:min-h-11">
          <input
            type="radio"
            name="compare"
            checked={params.compare === comparison}
            onChange={() => change({ compare: comparison })}
            className="size-4 accent-ring"
          />
          {t(comparison)}
          {params.compare === comparison && before && (
            <span className="text-subheading">{t("dashed", { days: before })}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

function Foot({ children }: { children: React.ReactNode }) {
  const t = useTranslations("dashboard.range");
  const timezone = useTimeZone() ?? "UTC";
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-subheading text-xs">{t("midnight", { timezone })}</p>
      {children}
    </div>
  );
}
