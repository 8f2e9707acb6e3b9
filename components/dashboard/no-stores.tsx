import { Store } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What stands where the figures will be before there is a store or a lead: what to do. */
export function NoStores({ mayConnect }: { mayConnect: boolean }) {
  const t = useTranslations("dashboard.empty");
  return (
    <Card className="grid min-h-[386px] content-center max-md:min-h-0">
      <EmptyState
        icon={Store}
        title={t("title")}
        titleAs="h2"
        text={t("text")}
        action={
          mayConnect && (
            <Button asChild variant="primary">
              <Link href="/settings/stores/new">{t("connect")}</Link>
            </Button>
          )
        }
      />
    </Card>
  );
}
