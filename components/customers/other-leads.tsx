import Link from "next/link";
import { useTranslations } from "next-intl";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { CustomerDetail } from "#lib/customers/customer-query.ts";

/** Leads that came to no order (yet). */
export function OtherLeads({ leads, isOwn }: { leads: CustomerDetail["otherLeads"]; isOwn: boolean }) {
  const t = useTranslations("customers");
  return (
    <Card className="overflow-hidden">
      <CardHeader>
        <CardTitle>{t("detail.otherLeads")}</CardTitle>
      </CardHeader>
      <ul>
        {leads.map((lead) => (
          <li key={lead.id}>
            <Link
              href={`/leads/${lead.id}`}
              className="flex min-h-[52px] items-center justify-between gap-4 border-t px-4 py-2 text-sm transition-colors hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="min-w-0">
                <span className="block font-medium text-heading tabular-nums">
                  <Moment date={lead.arrivedAt} format="dateTime" />
                </span>
                {!isOwn && (
                  <span className="block truncate text-subheading text-xs">
                    {lead.sellerName ?? t("formerMember")}
                  </span>
                )}
              </span>
              <LeadPill lead={lead} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
