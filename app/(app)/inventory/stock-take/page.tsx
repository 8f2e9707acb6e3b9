import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StockTakeDesk } from "#components/inventory/stock-take-desk.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inventory.stockTake"))("title") };
}

export default async function StockTakePage() {
  await requirePermission("inventory.write");
  const t = await getTranslations("inventory");
  return (
    <Page
      trail={[{ label: t("title"), href: "/inventory" }, { label: t("stockTake.title") }]}
      className="mx-auto max-w-[960px]"
    >
      <PageHeader title={t("stockTake.title")} description={t("stockTake.text")} />
      <StockTakeDesk />
    </Page>
  );
}
