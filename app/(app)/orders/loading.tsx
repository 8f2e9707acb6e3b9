import { useTranslations } from "next-intl";
import { OrderTableSkeleton } from "#components/orders/order-table.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function OrdersLoading() {
  const t = useTranslations("orders");
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <Skeleton className="h-8 w-full rounded-lg max-md:h-11 md:w-[300px]" />
      <OrderTableSkeleton />
    </Page>
  );
}
