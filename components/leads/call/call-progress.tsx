"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { LastCall } from "#components/leads/call/use-calling.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useNow } from "#components/ui/now.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { Calling } from "#lib/leads/calling.ts";
import type { LeadListParams } from "#lib/leads/list.ts";
import { callOutcomes } from "#lib/leads/model.ts";

export interface CallProgressProps {
  calling: Calling;
  /** In which order the leads come: as their list is sorted. */
  sort: LeadListParams["sort"];
  lastCall: LastCall | null;
  undo: () => void;
  /** Where "Stop" leads. */
  listHref: string;
}

/** How far one is: "37 of 112", what the calls came to, and the last one to take back. */
export function CallProgress({ calling: { done, left }, sort, lastCall, undo, listHref }: CallProgressProps) {
  const t = useTranslations("calling");
  const sorts = useTranslations("table.sorts");
  const counts = callOutcomes.flatMap((outcome) => {
    const count = done[outcome] ?? 0;
    return count > 0 ? [{ outcome, count }] : [];
  });
  const calls = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="grid gap-3">
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 text-base">
          <span className="font-medium text-heading tabular-nums">
            {t("progress", { done: calls, total: calls + left })}
          </span>
          <span className="text-sm text-subheading">
            {[sorts(sort), ...counts.map(({ outcome, count }) => t(`counts.${outcome}`, { count }))].join(
              " · ",
            )}
          </span>
        </p>
        <span
          role="status"
          className="min-w-0 truncate text-sm text-subheading max-lg:order-last max-lg:min-h-5 max-lg:w-full max-md:empty:hidden lg:empty:hidden"
        >
          {lastCall && <LastCallText call={lastCall} />}
        </span>
        <span className="flex shrink-0 items-center gap-2">
          {lastCall && (
            <Button variant="ghost" aria-keyshortcuts="U" onClick={undo}>
              <Undo2 aria-hidden />
              {t("undo")}
              <Kbd>U</Kbd>
            </Button>
          )}
          <Button asChild>
            <Link href={listHref}>{t("stop")}</Link>
          </Button>
        </span>
      </div>
      <Progress label={t("progressLabel")} value={calls} max={Math.max(1, calls + left)} className="h-1" />
    </div>
  );
}

/** "Ștefan Popescu: no answer, next try 16:30" */
function LastCallText({ call: { name, outcome, callBackAt } }: { call: LastCall }) {
  const t = useTranslations("calling");
  const noName = useTranslations("leads")("noName");
  const format = useFormatter();
  const now = useNow();
  const isLastTry = outcome === "no_answer" && !callBackAt;
  return t(`last.${isLastTry ? "put_aside" : outcome}`, {
    name: name ?? noName,
    time: callBackAt ? written(callBackAt) : "",
  });

  function written(moment: Date): string {
    const isToday = format.dateTime(moment, "date") === format.dateTime(now, "date");
    return format.dateTime(moment, isToday ? "time" : "dateTime");
  }
}
