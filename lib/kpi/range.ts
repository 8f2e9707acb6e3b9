import { addDays, firstWeekday, hoursOf, isPlausible, startOfDay } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import type { DashboardParams } from "#lib/kpi/filters.ts";
import { type Days, type Grain, grains, type Range } from "#lib/kpi/model.ts";

/** Where and when somebody looks: days begin at midnight in the time zone, weeks on the first day of the locale (firstWeekday). */
export interface Clock {
  timezone: string;
  locale: string;
  now: Date;
}

/** Days and the instants between which they lie, half-open. */
export interface Period extends Days {
  start: Date;
  end: Date;
}

/** A stretch of a trend: half-open instants, and its days. */
export interface Stretch extends Days {
  start: Date;
  end: Date;
}

const dayLength = 86_400_000;

/** A longer range than any business has; what a query string asks beyond it is cut off. */
const mostDays = 3_660;

/** The days that a dashboard's parameters ask for, and those that they are compared with. */
export function periodsOf(
  params: Pick<DashboardParams, "range" | "from" | "to" | "compare">,
  clock: Clock,
): { current: Period; before: Period | null } {
  const days = daysOf(params, dayOf(clock.now, clock.timezone));
  const before = daysBefore(days, params.compare);
  return { current: periodOf(days, clock.timezone), before: before && periodOf(before, clock.timezone) };
}

function periodOf(days: Days, timezone: string): Period {
  return { ...days, start: startOfDay(days.from, timezone), end: startOfDay(addDays(days.to, 1), timezone) };
}

function daysOf({ range, from, to }: Pick<DashboardParams, "range" | "from" | "to">, today: Date): Days {
  if (range !== "custom") return presetDays[range](today);
  if (!from || !to || !isPlausible(from) || !isPlausible(to)) return presetDays["30_days"](today);
  const [first, last] = from <= to ? [from, to] : [to, from];
  return { from: first, to: new Date(Math.min(last.getTime(), addDays(first, mostDays - 1).getTime())) };
}

const presetDays: Record<Exclude<Range, "custom">, (today: Date) => Days> = {
  today: (today) => ({ from: today, to: today }),
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  "7_days": (today) => ({ from: addDays(today, -6), to: today }),
  "30_days": (today) => ({ from: addDays(today, -29), to: today }),
  this_month: (today) => ({ from: firstOfMonth(today, 0), to: today }),
  last_month: (today) => ({ from: firstOfMonth(today, -1), to: addDays(firstOfMonth(today, 0), -1) }),
  this_quarter: (today) => ({ from: firstOfMonth(today, -(today.getUTCMonth() % 3)), to: today }),
  this_year: (today) => ({ from: firstOfMonth(today, -today.getUTCMonth()), to: today }),
};

function firstOfMonth(day: Date, months: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
}

function lengthOf({ from, to }: Days): number {
  return Math.round((to.getTime() - from.getTime()) / dayLength) + 1;
}

function daysBefore(days: Days, compare: DashboardParams["compare"]): Days | null {
  if (compare === "none") return null;
  if (compare === "year") return { from: yearBefore(days.from), to: yearBefore(days.to) };
  return { from: addDays(days.from, -lengthOf(days)), to: addDays(days.from, -1) };
}

/** The same day of the year before; the 29th of February is the 28th. */
function yearBefore(day: Date): Date {
  const year = day.getUTCFullYear() - 1;
  const same = new Date(Date.UTC(year, day.getUTCMonth(), day.getUTCDate()));
  return same.getUTCMonth() === day.getUTCMonth() ? same : new Date(Date.UTC(year, day.getUTCMonth() + 1, 0));
}

/** How many days a trend may show by each grain: beyond, there are more points than a chart has room for. */
const longest: Record<Grain, number> = { hour: 14, day: 400, week: 1_200, month: mostDays };

/** More days than one of each grain: fewer are no trend. */
const shortest: Record<Grain, number> = { hour: 1, day: 2, week: 8, month: 32 };

/** From how many days on a trend is shown by each grain, unless it is asked otherwise. */
const usual: [Grain, number][] = [
  ["hour", 2],
  ["day", 92],
  ["week", 366],
  ["month", mostDays],
];

/** The grains that days can be shown by, and the one that they are shown by. */
export function grainOf(days: Days, asked: Grain | null): { grain: Grain; grains: Grain[] } {
  const length = lengthOf(days);
  const possible = grains.filter((grain) => shortest[grain] <= length && length <= longest[grain]);
  const own = usual.find(([, most]) => length <= most)?.[0] ?? "month";
  return { grain: asked && possible.includes(asked) ? asked : own, grains: possible };
}

/** The stretches of a trend, one after the other, without a gap; the first and the last may be part of a week or month. */
export function stretchesOf(period: Period, grain: Grain, clock: Clock): Stretch[] {
  const { timezone } = clock;
  const days = Array.from({ length: lengthOf(period) }, (_, index) => addDays(period.from, index));
  const starts = days.flatMap((day, index) => {
    if (grain === "hour") return hoursOf(day, timezone).map((start) => ({ start, from: day }));
    const begins = index === 0 || isFirst(day, grain, clock);
    return begins ? [{ start: startOfDay(day, timezone), from: day }] : [];
  });
  return starts.map(({ start, from }, index) => {
    const next = starts[index + 1];
    const lastDay = grain === "hour" ? from : next ? addDays(next.from, -1) : period.to;
    return { start, end: next?.start ?? period.end, from, to: lastDay };
  });
}

function isFirst(day: Date, grain: Grain, { locale, timezone }: Omit<Clock, "now">): boolean {
  if (grain === "week") return day.getUTCDay() === firstWeekday(locale, timezone) % 7;
  return grain === "month" ? day.getUTCDate() === 1 : true;
}
