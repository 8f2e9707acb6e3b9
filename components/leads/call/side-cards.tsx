"use client";

import { useTranslations } from "next-intl";
import { TimelineEntry } from "#components/leads/timeline-entry.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Money } from "#components/ui/money.tsx";
import type { Calling, CallLead } from "#lib/leads/calling.ts";

/** Who comes after this lead. */
export function WaitingCard({ waiting }: Pick<Calling, "waiting">) {
  const t = useTranslations("calling");
  const noName = useTranslations("leads")("noName");
  if (waiting.length === 0) return null;
  return (
    <Card className="max-md:hidden">
      <CardHeader>
        <CardTitle>{t("next")}</CardTitle>
      </CardHeader>
      <CardContent>
        <ol className="grid grid-cols-1 gap-2 text-sm">
          {waiting.map(({ id, name, value, currency }) => (
            <li key={id} className="flex justify-between gap-3">
              <bdi className="truncate text-heading">{name ?? noName}</bdi>
              <span className="shrink-0 text-subheading">
                {value && currency && <Money amount={value} currency={currency} />}
              </span>
            </li>
          ))}
        </ol>
      </CardContent>
    </Card>
  );
}

/** The last things that happened. */
export function RecentCard({ events }: Pick<CallLead, "events">) {
  const t = useTranslations("lead.timeline");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <ol>
          {events.slice(0, 4).map((event) => (
            <TimelineEntry key={event.id} event={event} />
          ))}
        </ol>
      </CardContent>
    </Card>
  );
}
