import Link from "next/link";
import { useTranslations } from "next-intl";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import { TimelineMoment } from "#components/leads/timeline-moment.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { DuplicateLead } from "#lib/leads/duplicates.ts";

/** Other leads that may be the same sale; nothing when there are none. */
export function DuplicatesCard({ duplicates }: { duplicates: DuplicateLead[] }) {
  const t = useTranslations("lead.duplicates");
  if (duplicates.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-2.5">
        <CardDescription>{t("text")}</CardDescription>
        <DuplicateList duplicates={duplicates} />
      </CardContent>
    </Card>
  );
}

/** Leads by order number and name, with where they stand. */
export function DuplicateList({ duplicates }: { duplicates: DuplicateLead[] }) {
  const t = useTranslations("leads");
  return (
    <ul className="grid gap-2 text-sm">
      {duplicates.map((lead) => (
        <li key={lead.id} className="flex min-w-0 items-center justify-between gap-3">
          <span className="min-w-0">
            <Link
              href={`/leads/${lead.id}`}
              className="block truncate rounded-sm font-medium text-brand-text hover:underline max-md:py-1"
            >
              {[lead.orderNumber, lead.name ?? t("noName")].filter(Boolean).join(" · ")}
            </Link>
            <TimelineMoment date={lead.arrivedAt} className="text-subheading text-xs" />
          </span>
          <LeadPill lead={lead} />
        </li>
      ))}
    </ul>
  );
}
