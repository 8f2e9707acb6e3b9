import { useTranslations } from "next-intl";
import { LeadPageActs } from "#components/leads/list/lead-page-acts.tsx";
import { LeadTableSkeleton } from "#components/leads/list/lead-table.tsx";
import { LeadTabsSkeleton } from "#components/leads/list/tabs.tsx";
import { FilterBarSkeleton } from "#components/list/filters/filter-bar-skeleton.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";

export default function LeadsLoading() {
  const t = useTranslations("leads");
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar actions={<LeadPageActs />} />
      <LeadTabsSkeleton />
      <FilterBarSkeleton />
      <LeadTableSkeleton />
    </Page>
  );
}
