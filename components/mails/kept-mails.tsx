import { Mails } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { KeptMailView } from "#components/mails/kept-mail-view.tsx";
import { ThemeToggle } from "#components/shell/theme-toggle.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { KeptMail } from "#lib/mail/transports/folder.ts";

export interface KeptMailsProps {
  mails: KeptMail[];
  shown: KeptMail | null;
}

/** Mails that were kept and not sent: a list, and the one that was chosen. */
export function KeptMails({ mails, shown }: KeptMailsProps) {
  const t = useTranslations("mails.kept");
  return (
    <main className="mx-auto grid min-h-dvh max-w-[1280px] content-start gap-4 p-4 md:p-8">
      <header className="flex items-start justify-between gap-4">
        <div className="grid gap-1">
          <h1 className="text-heading text-subtitle">{t("title")}</h1>
          <p className="text-sm text-subheading">{t("text")}</p>
        </div>
        <ThemeToggle />
      </header>
      {shown ? (
        <div className="grid items-start gap-4 lg:grid-cols-[320px_minmax(0,1fr)]">
          <nav
            aria-label={t("list")}
            className="overflow-hidden rounded-xl border bg-surface max-lg:max-h-64 max-lg:overflow-y-auto"
          >
            <ul className="divide-y divide-border">
              {mails.map((mail) => (
                <KeptMailRow key={mail.id} mail={mail} isShown={mail === shown} />
              ))}
            </ul>
          </nav>
          <KeptMailView mail={shown} />
        </div>
      ) : (
        <div className="rounded-xl border bg-surface">
          <EmptyState icon={Mails} title={t("none")} text={t("noneText")} />
        </div>
      )}
    </main>
  );
}

function KeptMailRow({ mail, isShown }: { mail: KeptMail; isShown: boolean }) {
  const format = useFormatter();
  return (
    <li>
      <Link
        href={`/dev/mails?mail=${mail.id}`}
        aria-current={isShown || undefined}
        className={cn("grid grid-cols-1 gap-0.5 px-4 py-3 hover:bg-hover", isShown && "bg-hover")}
      >
        <span className="truncate font-medium text-heading text-sm">{mail.subject}</span>
        <span className="flex justify-between gap-3 text-subheading text-xs">
          <span className="min-w-0 truncate">{mail.to}</span>
          <time dateTime={mail.keptAt.toISOString()} className="whitespace-nowrap">
            {format.dateTime(mail.keptAt, "dayTime")}
          </time>
        </span>
      </Link>
    </li>
  );
}
