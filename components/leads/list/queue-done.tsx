import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** A work queue that has nothing in it. */
export function QueueDone() {
  const t = useTranslations("leads.empty");
  return (
    <EmptyState
      icon={CircleCheck}
      title={t("queueDone")}
      text={t("queueDoneText")}
      action={
        <Button asChild>
          <Link href="/leads">{t("allLeads")}</Link>
        </Button>
      }
    />
  );
}
