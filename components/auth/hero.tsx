import { Inbox, type LucideIcon, PhoneCall, Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import { Logo } from "#components/shell/logo.tsx";

const lines = [
  { id: "arrive", icon: Inbox },
  { id: "confirm", icon: PhoneCall },
  { id: "results", icon: Wallet },
] as const satisfies readonly { id: string; icon: LucideIcon }[];

/** What Astra is, beside the sign-in form; on phones only the name and the sentence. */
export function Hero() {
  const t = useTranslations("auth.hero");
  const common = useTranslations("common");
  return (
    <div className="grid content-center gap-6 max-lg:gap-3">
      <Logo className="size-12 max-lg:size-10" />
      <p className="text-heading text-hero max-lg:text-subtitle">{common("appName")}</p>
      <p className="max-w-md text-pretty text-lg text-body max-lg:text-base">{t("sentence")}</p>
      <ul className="mt-2 grid max-w-md max-lg:hidden">
        {lines.map(({ id, icon: Icon }) => (
          <li key={id} className="flex items-center gap-3 border-t py-3.5 text-base text-body last:border-b">
            <Icon aria-hidden className="size-4 shrink-0 text-subheading" strokeWidth={1.75} />
            {t(id)}
          </li>
        ))}
      </ul>
    </div>
  );
}
