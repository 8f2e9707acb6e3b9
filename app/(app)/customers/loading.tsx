import { useTranslations } from "next-intl";
import { CustomerTableSkeleton } from "#components/customers/customer-table.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function CustomersLoading() {
  const t = useTranslations("customers");
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <Skeleton className="h-8 w-full rounded-lg max-md:h-11 md:w-[300px]" />
      <CustomerTableSkeleton />
    </Page>
  );
}
