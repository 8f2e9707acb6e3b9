import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addressLines } from "#components/leads/address-lines.ts";
import { mailHref, phoneHref } from "#components/ui/contact-links.ts";
import { EmailText } from "#components/ui/email-text.tsx";
import { formatPhone } from "#lib/customers/phone.ts";
import type { ShippingContact } from "#lib/orders/order-query.ts";

const linkClasses =
  "rounded-sm text-brand-text hover:underline max-md:inline-flex max-md:min-h-8 max-md:items-center";

/** Who somebody is and how to reach them. */
export function ContactEntries({ contact }: { contact: ShippingContact }) {
  const t = useTranslations("orders.detail");
  const address = addressLines(contact, useLocale());
  return (
    <dl className="grid grid-cols-[80px_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm max-md:items-baseline">
      <Entry label={t("name")}>{contact.name && <bdi className="break-words">{contact.name}</bdi>}</Entry>
      <Entry label={t("phone")}>
        {contact.phone && (
          <a href={phoneHref(contact.phone)} className={`${linkClasses} tabular-nums`}>
            {formatPhone(contact.phone)}
          </a>
        )}
      </Entry>
      <Entry label={t("email")}>
        {contact.email && (
          <a href={mailHref(contact.email)} className={linkClasses}>
            <EmailText email={contact.email} />
          </a>
        )}
      </Entry>
      <Entry label={t("address")}>
        {address.length > 0 && (
          <address className="not-italic">
            {address.map((line) => (
              <div key={line} className="break-words">
                <bdi>{line}</bdi>
              </div>
            ))}
          </address>
        )}
      </Entry>
    </dl>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations("orders.detail");
  return (
    <>
      <dt className="text-subheading">{label}</dt>
      <dd className="min-w-0 text-heading">
        {children || <span className="text-subheading">{t("notGiven")}</span>}
      </dd>
    </>
  );
}
