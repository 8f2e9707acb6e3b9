import { useTranslations } from "next-intl";
import { LeadTableSkeleton } from "#components/leads/list/lead-table.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";

export default function LeadsLoading() {
  const t = useTranslations("leads");
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <LeadTableSkeleton />
    </Page>
  );
}
