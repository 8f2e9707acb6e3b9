import { useTranslations } from "next-intl";
import { CustomerSkeleton } from "#components/customers/customer-layout.tsx";
import { Page } from "#components/shell/page.tsx";

export default function CustomerLoading() {
  const t = useTranslations("customers");
  return (
    <Page trail={[{ label: t("title"), href: "/customers" }]}>
      <CustomerSkeleton />
    </Page>
  );
}
