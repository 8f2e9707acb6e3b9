import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import type { MailsGo } from "#lib/mail/kept.ts";

export interface KeptNoteProps {
  mailsGo: MailsGo;
  className?: string;
}

/** Where mails are kept and not sent, says so and leads to them. In a tab of its own, since what is said beside it may be shown only once. */
export function KeptNote({ mailsGo, className }: KeptNoteProps) {
  const t = useTranslations("common.keptMails");
  if (mailsGo === "out" || mailsGo === "nowhere") return null;
  const link = (text: ReactNode) => (
    <a
      href="/dev/mails"
      target="_blank"
      rel="noopener"
      className="font-medium text-brand-text hover:underline"
    >
      {text}
    </a>
  );
  return (
    <p className={cn("text-sm text-subheading", className)}>
      {mailsGo === "here" ? t.rich("here", { link }) : t("elsewhere")}
    </p>
  );
}
