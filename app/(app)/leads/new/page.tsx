import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewLeadForm } from "#components/leads/by-hand/new-lead-form.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { withPhoneWritten } from "#lib/customers/phone.ts";
import { customerIdSchema } from "#lib/customers/schema.ts";
import { listWorkOptions } from "#lib/leads/work-options.ts";
import { usualCountry } from "#lib/orders/usual-country.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lead.manual"))("title") };
}

interface NewLeadPageProps {
  searchParams: Promise<{ customer?: string | string[] }>;
}

/** `?customer=` in the address begins with a buyer who is known. */
export default async function NewLeadPage({ searchParams }: NewLeadPageProps) {
  const session = await requirePermission("leads.write");
  const customerId = customerIdSchema.safeParse((await searchParams).customer).data;
  const [t, leads, options, country, customer] = await Promise.all([
    getTranslations("lead.manual"),
    getTranslations("leads"),
    listWorkOptions(session),
    usualCountry(session),
    customerId ? getCustomer(session, customerId) : null,
  ]);
  const buyer =
    customer && !customer.mergedIntoId ? { ...withPhoneWritten(customer.contact), id: customer.id } : null;
  return (
    <Page trail={[{ label: leads("title"), href: "/leads" }, { label: t("title") }]}>
      <PageHeader title={t("title")} description={t("text")} />
      <NewLeadForm
        tags={options.tags ?? []}
        sellers={options.sellers}
        defaults={{
          userId: session.userId,
          country: country ?? "",
          currency: session.workspace.currency,
          buyer,
        }}
      />
    </Page>
  );
}
