"use client";

import { MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { Button } from "#components/ui/button.tsx";

/** Call and WhatsApp, at the end of the buyer's cell while the row is pointed at or has the focus. */
export function PhoneLinks({ phone }: { phone: string }) {
  const t = useTranslations("lead.contact");
  const whatsApp = whatsAppLink(phone);
  return (
    <span className="relative z-10 w-0">
      <span className="absolute inset-y-0 right-0 flex items-center gap-1 bg-hover pl-1 opacity-0 focus-within:opacity-100 group-hover/row:opacity-100 group-data-selected/row:bg-selected">
        <Button asChild size="icon-sm">
          <a href={`tel:${phone}`} aria-label={t("call")} title={t("call")}>
            <Phone aria-hidden />
          </a>
        </Button>
        {whatsApp && (
          <Button asChild size="icon-sm">
            <a
              href={whatsApp}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t("whatsapp")}
              title={t("whatsapp")}
            >
              <MessageCircle aria-hidden />
            </a>
          </Button>
        )}
      </span>
    </span>
  );
}
