import { useTranslations } from "next-intl";
import { OrderSkeleton } from "#components/orders/order-layout.tsx";
import { Page } from "#components/shell/page.tsx";

export default function OrderLoading() {
  const t = useTranslations("orders");
  return (
    <Page trail={[{ label: t("title"), href: "/orders" }]}>
      <OrderSkeleton />
    </Page>
  );
}
