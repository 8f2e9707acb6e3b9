"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { AvailableDay } from "#lib/inventory/available-by-day.ts";

const [width, height] = [880, 136];

/** What was available over thirty days, as a step line; below zero it is hatched, the low level is dashed. */
export function AvailableChart({ days, lowStockAt }: { days: AvailableDay[]; lowStockAt: number }) {
  const t = useTranslations("inventory.chart");
  const format = useFormatter();
  const values = days.map(({ available }) => available);
  const top = Math.max(lowStockAt, ...values, 1);
  const bottom = Math.min(0, ...values);
  const x = (index: number) => (index / days.length) * width;
  const y = (value: number) => ((top - value) / (top - bottom)) * height;
  const path = values
    .map(
      (value, index) =>
        `${index === 0 ? "M" : "V"}${index === 0 ? `0 ${y(value)}` : y(value)}H${x(index + 1)}`,
    )
    .join("");
  const dayText = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const marks = days.filter((_, index) => (days.length - 1 - index) % 7 === 0);
  return (
    <Card>
      <CardHeader className="justify-start gap-2">
        <CardTitle>{t("title")}</CardTitle>
        <p className="text-sm text-subheading">{t("text")}</p>
      </CardHeader>
      <div className="px-4 pt-2 pb-3">
        <div className={cn("relative", top < 10_000 ? "ml-10" : "ml-16")}>
          <svg
            role="img"
            aria-label={t("label", { from: values[0] ?? 0, to: values.at(-1) ?? 0 })}
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            className="block h-[136px] w-full overflow-visible"
          >
            <defs>
              <pattern
                id="below-zero"
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="2" height="5" fill="var(--chart-rejected)" />
              </pattern>
              <clipPath id="under-zero">
                <rect x="0" y={y(0)} width={width} height={Math.max(0, height - y(0))} />
              </clipPath>
            </defs>
            <line
              x1="0"
              x2={width}
              y1={y(top)}
              y2={y(top)}
              stroke="var(--border)"
              vectorEffect="non-scaling-stroke"
            />
            <line
              x1="0"
              x2={width}
              y1={y(0)}
              y2={y(0)}
              stroke="var(--border-field)"
              vectorEffect="non-scaling-stroke"
            />
            <path d={`${path}V${y(0)}H0Z`} fill="url(#below-zero)" clipPath="url(#under-zero)" />
            <line
              x1="0"
              x2={width}
              y1={y(lowStockAt)}
              y2={y(lowStockAt)}
              stroke="var(--chart-waiting)"
              strokeDasharray="3 3"
              vectorEffect="non-scaling-stroke"
            />
            <path
              d={path}
              fill="none"
              stroke="var(--heading)"
              strokeWidth="1.5"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          {receiptsToName(days).map(({ index, received }) => (
            <span
              key={index}
              aria-hidden
              className={cn(wordClasses, "-translate-y-full", index > days.length / 2 && "-translate-x-full")}
              style={{
                left: `${(index / days.length) * 100}%`,
                top: Math.max(14, y(highestBeside(values, index))),
              }}
            >
              {t("received", { units: received })}
            </span>
          ))}
          <Scale value={top} top={y(top)} />
          <Scale value={0} top={y(0)} />
          {lowStockAt > 0 && (
            <span
              aria-hidden
              className={cn(
                wordClasses,
                isNearer(lowStockAt, values) ? "right-0" : "left-0",
                lowStockAt > top * 0.85 ? "translate-y-px" : "-translate-y-[18px]",
              )}
              style={{ top: y(lowStockAt) }}
            >
              {t("low", { units: lowStockAt })}
            </span>
          )}
          <div aria-hidden className="mt-2 flex justify-between text-[11px] text-subheading tabular-nums">
            {marks.map(({ day }) => (
              <span key={day}>{dayText(day)}</span>
            ))}
          </div>
        </div>
      </div>
    </Card>
  );
}

/** What is written on the plot: the line stays to be seen behind it. */
const wordClasses =
  "absolute whitespace-nowrap px-1 text-[11px] text-subheading [text-shadow:0_0_2px_var(--surface),0_0_2px_var(--surface),0_0_3px_var(--surface)]";

/** A word is about so many days wide. */
const widthOfWord = 3;

/** The highest the line is beneath a word that begins at a day, or ends there in the right half. */
function highestBeside(values: number[], index: number): number {
  const from = index > values.length / 2 ? index - widthOfWord : index;
  return Math.max(...values.slice(Math.max(0, from), from + widthOfWord + 1));
}

/** Whether the line begins nearer to a level than it ends, so that a word on the level has more room at the end. What crosses it is nearest. */
function isNearer(level: number, values: number[]): boolean {
  const distance = (some: number[]) =>
    Math.min(...some) < level && level < Math.max(...some)
      ? 0
      : Math.min(...some.map((value) => Math.abs(value - level)));
  return distance(values.slice(0, widthOfWord)) < distance(values.slice(-widthOfWord));
}

/** So many days apart there is room for a word. */
const roomOfWord = 7;

/** The days whose goods that came in are named on the line: the largest ones first, as far as there is room. */
function receiptsToName(days: AvailableDay[]): { index: number; received: number }[] {
  const named: { index: number; received: number }[] = [];
  const received = days.map((day, index) => ({ index, received: day.received }));
  for (const one of received.filter((day) => day.received > 0).sort((a, b) => b.received - a.received))
    if (named.every(({ index }) => Math.abs(index - one.index) >= roomOfWord)) named.push(one);
  return named;
}

function Scale({ value, top }: { value: number; top: number }) {
  const format = useFormatter();
  return (
    <span
      aria-hidden
      className="absolute -left-16 w-14 -translate-y-1/2 text-right font-medium text-[11px] text-subheading tabular-nums"
      style={{ top }}
    >
      {format.number(value)}
    </span>
  );
}
