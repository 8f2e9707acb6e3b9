import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { DashboardCard } from "#components/dashboard/dashboard-card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Need } from "#lib/kpi/model.ts";

/** What somebody has to see to, each with the way there; what there is none of is left out. */
export function NeedsCard({ needs, now }: { needs: Need[]; now: Date }) {
  const t = useTranslations("dashboard.needs");
  const format = useFormatter();
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
          {needs.map((need) => (
            <li key={need.kind === "silent_store" ? need.storeId : need.kind} className="border-t">
              <Link
                href={need.href}
                className="group grid min-h-12 grid-cols-[40px_1fr_16px] items-center gap-x-3 px-4 py-1.5 transition-colors last:rounded-b-xl hover:bg-hover"
              >
                <NeedLine need={need} />
                <ChevronRight aria-hidden className="size-4 text-subheading" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </DashboardCard>
  );
}

function NeedLine({ need }: { need: Need }) {
  const t = useTranslations("dashboard.needs");
  const format = useFormatter();
  if (need.kind === "silent_store") {
    return (
      <>
        <Count text="1" />
        <Sentence title={t("silent_store", { name: need.name })}>
          {t.rich("silent_storeText", { time: () => <RelativeTime date={need.lastOrderAt} /> })}
        </Sentence>
      </>
    );
  }
  const count = format.number(need.count);
  return (
    <>
      <Count text={need.isCapped ? t("capped", { count }) : count} />
      <Sentence title={t(need.kind)}>{t(`${need.kind}Text`)}</Sentence>
    </>
  );
}

function Count({ text }: { text: string }) {
  return <span className="text-end font-semibold text-heading text-lg tabular-nums">{text}</span>;
}

function Sentence({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="block truncate font-medium text-base text-heading">{title}</span>
      <span className="block truncate text-subheading text-xs">{children}</span>
    </span>
  );
}
