"use client";

import { useTranslations } from "next-intl";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { phoneHref } from "#components/ui/contact-links.ts";

/** Call and WhatsApp, at the end of the buyer's name while the row is pointed at or has the focus: the line below, with the phone or a warning, stays in sight. */
export function PhoneLinks({ phone }: { phone: string }) {
  const t = useTranslations("lead.contact");
  const whatsApp = whatsAppLink(phone);
  return (
    <span className="relative z-10 w-0">
      <span className="phone-links">
        <a href={phoneHref(phone)} title={t("call")}>
          <span className="sr-only">{t("call")}</span>
        </a>
        {whatsApp && (
          <a href={whatsApp} target="_blank" rel="noopener noreferrer" title={t("whatsapp")}>
            <span className="sr-only">{t("whatsapp")}</span>
          </a>
        )}
      </span>
    </span>
  );
}
