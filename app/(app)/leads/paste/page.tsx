import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasteDesk } from "#components/leads/paste/paste-desk.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paste"))("title") };
}

export default async function PastePage() {
  await requirePermission("leads.write");
  const [t, leads] = await Promise.all([getTranslations("paste"), getTranslations("leads")]);
  return (
    <Page trail={[{ label: leads("title"), href: "/leads" }, { label: t("title") }]}>
      <PageHeader title={t("title")} description={t("text")} />
      <PasteDesk />
    </Page>
  );
}
