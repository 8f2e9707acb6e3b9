import { useTranslations } from "next-intl";
import { LeadSkeleton } from "#components/leads/lead-skeleton.tsx";
import { Page } from "#components/shell/page.tsx";

export default function LeadLoading() {
  const t = useTranslations("leads");
  return (
    <Page trail={[{ label: t("title"), href: "/leads" }]}>
      <LeadSkeleton />
    </Page>
  );
}
