"use client";

import { CircleCheckBig } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useMoment } from "#components/ui/moment.tsx";

export interface NothingLeftProps {
  nextDueAt: Date | null;
  skippedCount: number;
  callSkipped: () => void;
  listHref: string;
}

/** The end of the queue: when the next call is due, and what was left out. */
export function NothingLeft({ nextDueAt, skippedCount, callSkipped, listHref }: NothingLeftProps) {
  const t = useTranslations("calling.end");
  const moment = useMoment();
  return (
    <Card>
      <EmptyState
        icon={CircleCheckBig}
        titleAs="h1"
        title={t("title")}
        text={nextDueAt ? t("nextDue", { time: moment(nextDueAt, "dateTime") }) : t("noneDue")}
        action={
          <>
            {skippedCount > 0 && (
              <Button variant="primary" onClick={callSkipped}>
                {t("callSkipped", { count: skippedCount })}
              </Button>
            )}
            <Button asChild>
              <Link href={listHref}>{t("back")}</Link>
            </Button>
          </>
        }
      />
    </Card>
  );
}
