import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewLeadForm } from "#components/leads/detail/new-lead-form.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { listWorkOptions } from "#lib/leads/work-options.ts";
import { usualCountry } from "#lib/orders/usual-country.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lead.manual"))("title") };
}

export default async function NewLeadPage() {
  const session = await requirePermission("leads.write");
  const [t, leads, options, country] = await Promise.all([
    getTranslations("lead.manual"),
    getTranslations("leads"),
    listWorkOptions(session),
    usualCountry(session),
  ]);
  return (
    <Page trail={[{ label: leads("title"), href: "/leads" }, { label: t("title") }]}>
      <PageHeader title={t("title")} description={t("text")} />
      <NewLeadForm
        tags={options.tags ?? []}
        sellers={options.sellers}
        usualCountry={country}
        userId={session.userId}
      />
    </Page>
  );
}
