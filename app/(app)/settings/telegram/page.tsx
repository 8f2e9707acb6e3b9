import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { BotCard } from "#components/telegram/bot-card.tsx";
import { GroupCard } from "#components/telegram/group-card.tsx";
import { NoBot } from "#components/telegram/no-bot.tsx";
import { PreferencesCard } from "#components/telegram/preferences-card.tsx";
import { TelegramCard } from "#components/telegram/telegram-card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission, type Session } from "#lib/base/auth/session.ts";
import { typedAmount } from "#lib/base/money/amount.ts";
import { hearableBy } from "#lib/telegram/model.ts";
import { getTelegramSettings, type TelegramSettings } from "#lib/telegram/queries.ts";
import { loadBotStanding } from "#lib/telegram/set-up.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("telegram");
  return { title: t("title") };
}

export default async function TelegramPage() {
  const session = await requirePermission("profile.write");
  const [t, settings] = await Promise.all([getTranslations("telegram"), getTelegramSettings(session)]);
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      {settings.isOn ? (
        <Cards session={session} settings={settings} />
      ) : (
        <NoBot mayGetOne={can(session.role, "workspace.write")} />
      )}
    </SettingsPage>
  );
}

function Cards({ session, settings }: { session: Session; settings: TelegramSettings }) {
  const { currency } = session.workspace;
  const { preferences, group, stores } = settings;
  const hearable = hearableBy(session.role);
  const typed = (amount: string | null | undefined) =>
    amount ? typedAmount(amount, currency, session.locale) : "";
  return (
    <>
      <TelegramCard settings={settings} hearsLeads={hearable.leads} />
      <PreferencesCard
        preferences={preferences}
        leastValue={typed(preferences.leastValue)}
        hearable={hearable}
        stores={stores}
        currency={currency}
        timezone={session.timezone}
      />
      {can(session.role, "workspace.write") && (
        <>
          <GroupCard
            group={group}
            leastValue={typed(group?.leastValue)}
            stores={stores}
            currency={currency}
            timezone={session.workspace.timezone}
          />
          <Suspense fallback={<Skeleton className="h-32 max-w-2xl" />}>
            <Bot />
          </Suspense>
        </>
      )}
    </>
  );
}

/** Telegram is asked, so the rest of the page does not wait for it. */
async function Bot() {
  return <BotCard standing={await loadBotStanding()} />;
}
