import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { loadCustomer } from "#app/(app)/customers/[id]/load-customer.ts";
import { CustomerFiguresCard } from "#components/customers/customer-figures.tsx";
import { CustomerHistory } from "#components/customers/customer-history.tsx";
import { CustomerLayout } from "#components/customers/customer-layout.tsx";
import { CustomerNotes } from "#components/customers/customer-notes.tsx";
import { MergeDialog } from "#components/customers/merge-dialog.tsx";
import { OtherLeads } from "#components/customers/other-leads.tsx";
import { SellerContacts } from "#components/customers/seller-contacts.tsx";
import { UndoMerge } from "#components/customers/undo-merge.tsx";
import { CallButtons } from "#components/leads/call-buttons.tsx";
import { EditContactLink } from "#components/leads/edit-contact-link.tsx";
import { ContactEntries } from "#components/orders/contact-entries.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { can, seesEverything } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import type { CustomerDetail } from "#lib/customers/customer-query.ts";
import { buyerName } from "#lib/customers/phone.ts";

interface CustomerPageProps {
  params: Promise<{ id: string }>;
}

function nameOf({ contact }: CustomerDetail): string | null {
  return buyerName(contact) ?? contact.email;
}

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  const [customer, t] = await Promise.all([loadCustomer((await params).id), getTranslations("customers")]);
  return { title: nameOf(customer) ?? t("noName") };
}

export default async function CustomerPage({ params }: CustomerPageProps) {
  const session = await requirePermission("customers.read");
  const [customer, t] = await Promise.all([loadCustomer((await params).id), getTranslations("customers")]);
  const name = nameOf(customer) ?? t("noName");
  const mayWrite = can(session.role, "leads.write");
  const isOwn =
    !seesEverything(session.role) && customer.orders.every(({ sellerId }) => sellerId === session.userId);
  return (
    <Page trail={[{ label: t("title"), href: "/customers" }, { label: name }]}>
      <PageHeader
        title={<bdi>{name}</bdi>}
        actions={
          <>
            {can(session.role, "customers.merge") && (
              <MergeDialog customerId={customer.id} trigger={<Button>{t("detail.merge")}</Button>} />
            )}
            {mayWrite && (
              <Button asChild variant="primary">
                <Link href={`/leads/new?customer=${customer.id}`}>
                  <Plus aria-hidden />
                  {t("detail.newLead")}
                </Link>
              </Button>
            )}
          </>
        }
      />
      {customer.merge && <UndoMerge merge={customer.merge} />}
      <CustomerLayout
        history={<CustomerHistory orders={customer.orders} isOwn={isOwn} />}
        leads={
          customer.otherLeads.length > 0 && (
            <OtherLeads leads={customer.otherLeads} isOwn={!seesEverything(session.role)} />
          )
        }
        notes={<CustomerNotes customer={customer} mayWrite={mayWrite} />}
        sellers={customer.contacts.length > 1 && <SellerContacts contacts={customer.contacts} />}
        figures={<CustomerFiguresCard figures={customer.figures} />}
        contact={
          <Card>
            <CardHeader>
              <CardTitle>{t("detail.contact")}</CardTitle>
              {mayWrite && customer.newestLeadId && (
                <EditContactLink leadId={customer.newestLeadId} label={t("detail.edit")} />
              )}
            </CardHeader>
            <CardContent className="grid gap-4">
              {customer.contact.phone && <CallButtons phone={customer.contact.phone} />}
              <ContactEntries contact={customer.contact} />
            </CardContent>
          </Card>
        }
      />
    </Page>
  );
}
