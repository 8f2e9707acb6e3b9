import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirstStepsCard } from "#components/first-steps/first-steps-card.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { loadFirstSteps } from "#lib/first-steps/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("firstSteps");
  return { title: t("title") };
}

export default async function FirstStepsPage() {
  const session = await requirePermission("stores.write");
  const [t, firstSteps] = await Promise.all([getTranslations("firstSteps"), loadFirstSteps(session)]);
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      {firstSteps ? (
        <FirstStepsCard {...firstSteps} />
      ) : (
        <Card>
          <EmptyState icon={ListChecks} title={t("none")} text={t("noneText")} />
        </Card>
      )}
    </SettingsPage>
  );
}
