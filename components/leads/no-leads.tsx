import { Inbox, Store } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export interface NoLeadsProps {
  /** There are leads, but none on the page that was asked for. */
  hasOthers: boolean;
  hasStores: boolean;
  /** Whether the person may connect a store. */
  mayConnect: boolean;
}

/** What stands in the place of an empty list: why it is empty, and what to do next. */
export function NoLeads({ hasOthers, hasStores, mayConnect }: NoLeadsProps) {
  const t = useTranslations("leads.empty");
  if (hasOthers) {
    return (
      <EmptyState
        icon={Inbox}
        title={t("noneHere")}
        text={t("noneHereText")}
        action={
          <Button asChild>
            <Link href="/leads">{t("firstPage")}</Link>
          </Button>
        }
      />
    );
  }
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
  return <EmptyState icon={Inbox} title={t("noLeads")} text={hasStores ? t("tryText") : t("waitText")} />;
}
