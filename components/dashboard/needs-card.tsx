"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { DashboardCard } from "#components/dashboard/dashboard-card.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Need } from "#lib/kpi/model.ts";

/** So many lines a phone shows before somebody asks for all. */
const firstOnPhones = 4;

/** What somebody has to see to, each with the way there; what there is none of is left out. */
export function NeedsCard({ needs, now }: { needs: Need[]; now: Date }) {
  const t = useTranslations("dashboard.needs");
  const format = useFormatter();
  const [showsAll, setShowsAll] = useState(false);
  const hidden = needs.length - firstOnPhones;
  return (
    <DashboardCard
      title={t("title")}
      aside={
        needs.length > 0 && (
          <span className="text-sm text-subheading">{t("things", { count: needs.length })}</span>
        )
      }
    >
      {needs.length === 0 ? (
        <div className="border-t px-4 py-6 text-center">
          <p className="font-medium text-heading text-sm">{t("nothing")}</p>
          <p className="text-subheading text-xs">{t("looked", { time: format.dateTime(now, "time") })}</p>
        </div>
      ) : (
        <ul>
          {needs.map((need, index) => (
            <li
              key={"id" in need ? need.id : need.kind}
              className={cn("border-t", index >= firstOnPhones && !showsAll && "max-md:hidden")}
            >
              <Link
                href={need.href}
                className="group grid min-h-12 grid-cols-[40px_1fr_16px] items-center gap-x-3 px-4 py-1.5 transition-colors last:rounded-b-xl hover:bg-hover"
              >
                <NeedLine need={need} />
                <ChevronRight aria-hidden className="size-4 text-subheading" />
              </Link>
            </li>
          ))}
          {hidden > 0 && !showsAll && (
            <li className="border-t p-1 text-center md:hidden">
              <Button variant="ghost" onClick={() => setShowsAll(true)} className="text-brand-text">
                {t("more", { count: hidden })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </DashboardCard>
  );
}

function NeedLine({ need }: { need: Need }) {
  const t = useTranslations("dashboard.needs");
  const format = useFormatter();
  if ("id" in need) {
    return (
      <>
        <Count text="1" />
        <Sentence title={t(need.kind, { name: need.name })}>
          {t.rich(`${need.kind}Text`, { time: () => <RelativeTime date={need.at} /> })}
        </Sentence>
      </>
    );
  }
  const { count } = need;
  return (
    <>
      <Count text={need.isCapped ? t("capped", { count }) : format.number(count)} />
      <Sentence title={t(need.kind)}>{t(`${need.kind}Text`)}</Sentence>
    </>
  );
}

function Count({ text }: { text: string }) {
  return <span className="text-end font-semibold text-heading text-lg tabular-nums">{text}</span>;
}

function Sentence({ title, children }: { title: string; children: ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="block truncate font-medium text-base text-heading">{title}</span>
      <span className="block truncate text-subheading text-xs">{children}</span>
    </span>
  );
}
