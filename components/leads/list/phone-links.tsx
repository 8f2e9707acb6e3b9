"use client";

import { MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { cn } from "#components/ui/cn.ts";
import { phoneHref } from "#components/ui/contact-links.ts";

/** What both links look like: said once for them, since a list has a hundred. */
const linkClasses = [
  "[&>a]:flex [&>a]:size-6 [&>a]:items-center [&>a]:justify-center [&>a]:rounded-md [&>a]:border [&>a]:border-border-control",
  "[&>a]:bg-surface [&>a]:text-heading [&>a]:transition-colors [&>a:hover]:bg-hover",
];

/** Call and WhatsApp, at the end of the buyer's name while the row is pointed at or has the focus: the line below, with the phone or a warning, stays in sight. */
export function PhoneLinks({ phone }: { phone: string }) {
  const t = useTranslations("lead.contact");
  const whatsApp = whatsAppLink(phone);
  return (
    <span className="relative z-10 w-0">
      <span
        className={cn(
          "absolute -top-[7px] end-0 flex gap-1 opacity-0 focus-within:opacity-100 group-hover/row:opacity-100 group-data-[density=compact]/table:-top-[3px] group-data-[density=medium]/table:-top-[3px]",
          linkClasses,
        )}
      >
        <a href={phoneHref(phone)} aria-label={t("call")} title={t("call")}>
          <Phone aria-hidden className="size-4" />
        </a>
        {whatsApp && (
          <a
            href={whatsApp}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t("whatsapp")}
            title={t("whatsapp")}
          >
            <MessageCircle aria-hidden className="size-4" />
          </a>
        )}
      </span>
    </span>
  );
}
