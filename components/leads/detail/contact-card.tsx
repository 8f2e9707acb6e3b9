import { MessageCircle, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addressLines } from "#components/leads/address-lines.ts";
import { EditContact } from "#components/leads/detail/edit-contact.tsx";
import { StoreNews } from "#components/leads/detail/store-news.tsx";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { mailHref, phoneHref } from "#components/ui/contact-links.ts";
import { EmailText } from "#components/ui/email-text.tsx";
import { type AddressIssue, addressIssues } from "#lib/customers/address-check.ts";
import type { ContactField } from "#lib/customers/model.ts";
import { formatPhone } from "#lib/customers/phone.ts";
import type { LeadDetail } from "#lib/leads/lead-query.ts";

const linkClasses =
  "rounded-sm text-brand-text hover:underline max-md:inline-flex max-md:min-h-8 max-md:items-center";

export interface ContactCardProps {
  lead: Pick<LeadDetail, "id" | "contact" | "storeNews" | "hasAddress">;
  mayEdit: boolean;
}

/** How to reach the buyer, what can't be right about it, and what the store says instead of a correction. */
export function ContactCard({ lead, mayEdit }: ContactCardProps) {
  const t = useTranslations("lead.contact");
  const { contact } = lead;
  const issues = lead.hasAddress ? addressIssues(contact, contact.phone) : [];
  const news = (fields: ContactField[]) =>
    mayEdit && (
      <StoreNews
        leadId={lead.id}
        news={lead.storeNews}
        phoneText={lead.storeNews.phone ? formatPhone(lead.storeNews.phone) : null}
        fields={fields}
      />
    );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        {mayEdit && (
          <EditContact
            leadId={lead.id}
            contact={contact}
            phoneText={contact.phone && formatPhone(contact.phone)}
            hasAddress={lead.hasAddress}
          />
        )}
      </CardHeader>
      <CardContent>
        <dl className="grid grid-cols-[80px_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm max-md:items-baseline">
          {lead.storeNews.name && (
            <Entry label={t("name")}>
              {contact.name}
              {news(["name"])}
            </Entry>
          )}
          <Entry label={t("phone")}>
            {contact.phone ? <Phone phone={contact.phone} /> : <NotGiven />}
            <Issues issues={issues.filter((issue) => issue === "phoneCountry")} />
            {news(["phone"])}
          </Entry>
          <Entry label={t("email")}>
            {contact.email ? (
              <a href={mailHref(contact.email)} className={linkClasses}>
                <EmailText email={contact.email} />
              </a>
            ) : (
              <NotGiven />
            )}
            {news(["email"])}
          </Entry>
          <Entry label={t("address")}>
            <Address contact={contact} />
            <Issues issues={issues.filter((issue) => issue !== "phoneCountry")} />
            {news(["street", "city", "region", "zip", "country"])}
          </Entry>
        </dl>
      </CardContent>
    </Card>
  );
}

function Address({ contact }: { contact: LeadDetail["contact"] }) {
  const locale = useLocale();
  const lines = addressLines(contact, locale);
  if (lines.length === 0) return <NotGiven />;
  return (
    <address className="not-italic">
      {lines.map((line) => (
        <div key={line} className="break-words">
          <bdi>{line}</bdi>
        </div>
      ))}
    </address>
  );
}

function Issues({ issues }: { issues: AddressIssue[] }) {
  const t = useTranslations("lead.issues");
  return issues.map((issue) => (
    <p key={issue} className="mt-1 flex items-start gap-1.5 text-amber-text text-xs leading-4">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      {t(issue)}
    </p>
  ));
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-subheading">{label}</dt>
      <dd className="min-w-0 break-words text-heading">{children}</dd>
    </>
  );
}

function NotGiven() {
  const t = useTranslations("lead.contact");
  return <span className="text-subheading">{t("notGiven")}</span>;
}

function Phone({ phone }: { phone: string }) {
  const t = useTranslations("lead.contact");
  const whatsApp = whatsAppLink(phone);
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <a href={phoneHref(phone)} className={`${linkClasses} tabular-nums`}>
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
