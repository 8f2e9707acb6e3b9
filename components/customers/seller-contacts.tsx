import { useFormatter, useTranslations } from "next-intl";
import { ContactEntries } from "#components/orders/contact-entries.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { CustomerDetail } from "#lib/customers/customer-query.ts";

/** What each seller's own leads and orders say of one customer, side by side. */
export function SellerContacts({ contacts }: { contacts: CustomerDetail["contacts"] }) {
  const t = useTranslations("customers");
  const fields = useTranslations("lead.fields");
  const format = useFormatter();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.sellerContacts")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        {contacts.map((contact) => (
          <section key={contact.sellerId} className="grid gap-2 border-t pt-4 first:border-t-0 first:pt-0">
            <h3 className="font-medium text-heading text-sm">{contact.sellerName ?? t("formerMember")}</h3>
            <ContactEntries contact={contact} />
            {contact.corrected.length > 0 && (
              <p className="text-subheading text-xs">
                {t("detail.corrected", {
                  fields: format.list(contact.corrected.map((field) => fields(field))),
                })}
              </p>
            )}
          </section>
        ))}
      </CardContent>
    </Card>
  );
}
