import { MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { Button } from "#components/ui/button.tsx";
import { phoneHref } from "#components/ui/contact-links.ts";

/** The two ways to reach a buyer with a thumb. */
export function CallButtons({ phone }: { phone: string }) {
  const t = useTranslations("lead.contact");
  const whatsApp = whatsAppLink(phone);
  return (
    <div className="flex gap-2">
      <Button asChild variant="secondary" className="flex-1">
        <a href={phoneHref(phone)}>
          <Phone aria-hidden />
          {t("call")}
        </a>
      </Button>
      {whatsApp && (
        <Button asChild className="flex-1">
          <a href={whatsApp} target="_blank" rel="noopener noreferrer">
            <MessageCircle aria-hidden />
            {t("whatsapp")}
          </a>
        </Button>
      )}
    </div>
  );
}
