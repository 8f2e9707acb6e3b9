import { useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimelineEntry } from "#components/leads/timeline-entry.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { LeadTimelineEntry } from "#lib/leads/timeline.ts";

/** Who did what, when, newest first. */
export function TimelineCard({ events, note }: { events: LeadTimelineEntry[]; note: ReactNode }) {
  const t = useTranslations("lead.timeline");
  const timeZone = useTimeZone();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <p className="truncate text-sm text-subheading">{timeZone}</p>
      </CardHeader>
      <CardContent>
        {note}
        <ol>
          {events.map((event) => (
            <TimelineEntry key={event.id} event={event} />
          ))}
        </ol>
      </CardContent>
    </Card>
  );
}
