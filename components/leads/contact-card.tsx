import { MessageCircle } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addressLines } from "#components/leads/address-lines.ts";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { formatPhone } from "#lib/customers/model.ts";
import type { LeadContact } from "#lib/leads/lead-query.ts";

const linkClasses =
  "rounded-sm text-brand-text hover:underline max-md:inline-flex max-md:min-h-8 max-md:items-center";

/** How to reach the buyer. */
export function ContactCard({ contact }: { contact: LeadContact }) {
  const t = useTranslations("lead.contact");
  const locale = useLocale();
  const address = addressLines(contact, locale);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <dl className="grid grid-cols-[80px_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm max-md:items-baseline">
          <Entry label={t("phone")}>{contact.phone && <Phone phone={contact.phone} />}</Entry>
          <Entry label={t("email")}>
            {contact.email && (
              <a href={`mailto:${contact.email}`} className={`${linkClasses} break-all`}>
                {contact.email}
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
      </CardContent>
    </Card>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations("lead.contact");
  return (
    <>
      <dt className="text-subheading">{label}</dt>
      <dd className="min-w-0 text-heading">
        {children || <span className="text-subheading">{t("notGiven")}</span>}
      </dd>
    </>
  );
}

function Phone({ phone }: { phone: string }) {
  const t = useTranslations("lead.contact");
  const whatsApp = whatsAppLink(phone);
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <a href={`tel:${phone}`} className={`${linkClasses} tabular-nums`}>
        {formatPhone(phone)}
      </a>
      {whatsApp && (
        <a
          href={whatsApp}
          target="_blank"
          rel="noopener noreferrer"
          className={`${linkClasses} inline-flex items-center gap-1`}
        >
          <MessageCircle aria-hidden className="size-3.5" strokeWidth={1.75} />
          {t("whatsapp")}
        </a>
      )}
    </span>
  );
}
