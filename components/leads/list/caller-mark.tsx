import { PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";

/** In a list: who else is on the phone with the buyer just now; nothing when nobody is. */
export function CallerMark({ caller }: { caller: string | null }) {
  const t = useTranslations("calling");
  if (!caller) return null;
  const text = t("calledBy", { name: caller });
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-brand-text text-xs" title={text}>
      <PhoneCall aria-hidden className="size-3 shrink-0" />
      <span aria-hidden className="max-w-28 truncate">
        {caller}
      </span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
