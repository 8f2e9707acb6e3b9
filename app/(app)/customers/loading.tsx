import { useTranslations } from "next-intl";
import { CustomerTableSkeleton } from "#components/customers/customer-table.tsx";
import { FilterBarSkeleton } from "#components/list/filters/filter-bar-skeleton.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";

export default function CustomersLoading() {
  const t = useTranslations("customers");
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <FilterBarSkeleton />
      <CustomerTableSkeleton />
    </Page>
  );
}
