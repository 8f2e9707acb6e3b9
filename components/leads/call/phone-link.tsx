"use client";

import { MessageCircle, Phone, PhoneOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { Button } from "#components/ui/button.tsx";
import { phoneHref } from "#components/ui/contact-links.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { CallLead } from "#lib/leads/calling.ts";

/** The number, as large as the thing one came for. */
export function PhoneLink({ ref, lead }: { ref: Ref<HTMLAnchorElement>; lead: CallLead }) {
  const { phone } = lead.contact;
  const t = useTranslations("calling");
  const contact = useTranslations("lead.contact");
  if (!phone) {
    return (
      <p className="flex items-center gap-2 text-amber-text">
        <PhoneOff aria-hidden className="size-4" />
        {t("noPhone")}
      </p>
    );
  }
  const whatsApp = whatsAppLink(phone);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-2">
      <a
        ref={ref}
        href={phoneHref(phone)}
        aria-keyshortcuts="Enter"
        className="group flex min-h-9 items-center gap-3 rounded-lg font-semibold text-[22px] text-brand-text leading-8 max-md:min-h-12 max-md:justify-center max-md:border max-md:border-brand max-md:px-3 max-md:text-lg"
      >
        <Phone aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
        <span className="sr-only">{contact("call")} </span>
        <bdi className="whitespace-nowrap tabular-nums group-hover:underline">{lead.phoneText}</bdi>
        <Kbd className="h-5 px-1.5">{t("enterCalls")}</Kbd>
      </a>
      <span className="max-md:hidden">
        <CopyButton value={phone} label={t("copyPhone")} />
      </span>
      {whatsApp && (
        <Button
          asChild
          variant="ghost"
          className="max-md:h-12 max-md:border-border-control max-md:bg-surface"
        >
          <a href={whatsApp} target="_blank" rel="noopener noreferrer">
            <MessageCircle aria-hidden />
            <span className="max-md:sr-only">{contact("whatsapp")}</span>
          </a>
        </Button>
      )}
    </div>
  );
}
