import { Inbox, Store } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ToFirstSteps } from "#components/first-steps/to-first-steps.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export interface NoLeadsProps {
  hasStores: boolean;
  /** Whether the person may connect a store. */
  mayConnect: boolean;
}

/** There is no lead at all yet: why, and what to do next. */
export function NoLeads({ hasStores, mayConnect }: NoLeadsProps) {
  const t = useTranslations("leads.empty");
  if (mayConnect && !hasStores) {
    return (
      <EmptyState
        icon={Store}
        title={t("noStore")}
        text={t("noStoreText")}
        action={
          <Button asChild variant="primary">
            <Link href="/settings/stores/new">{t("connectStore")}</Link>
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title={t("noLeads")}
      text={hasStores ? t("tryText") : t("waitText")}
      action={<ToFirstSteps mayConnect={mayConnect} />}
    />
  );
}
