import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";

/** Says who is on the phone with this buyer just now; nothing when nobody is. */
export function BeingCalled({ caller }: { caller: string | null }) {
  const t = useTranslations("calling");
  return caller && <Alert tone="warning" title={t("calledBy", { name: caller })} />;
}
