import { useTranslations } from "next-intl";
import { FilterBarSkeleton } from "#components/list/filters/filter-bar-skeleton.tsx";
import { OrderTableSkeleton } from "#components/orders/order-table.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";

export default function OrdersLoading() {
  const t = useTranslations("orders");
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <FilterBarSkeleton />
      <OrderTableSkeleton />
    </Page>
  );
}
