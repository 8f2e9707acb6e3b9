import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { DensityCard } from "#components/settings/profile/density-card.tsx";
import { KeysCard } from "#components/settings/profile/keys-card.tsx";
import { LanguageCard } from "#components/settings/profile/language-card.tsx";
import { PasswordCard } from "#components/settings/profile/password-card.tsx";
import { PersonCard } from "#components/settings/profile/person-card.tsx";
import { SecondFactorCard } from "#components/settings/profile/second-factor-card.tsx";
import { SessionsCard } from "#components/settings/profile/sessions-card.tsx";
import { SummaryCard } from "#components/settings/profile/summary-card.tsx";
import { ThemeCard } from "#components/settings/profile/theme-card.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { listSessions, presentClient } from "#lib/base/auth/own-sessions.ts";
import { loadSecondFactor } from "#lib/base/auth/second-factor/queries.ts";
import { languageOfBrowser, requirePermission } from "#lib/base/auth/session.ts";
import { defaultLocale } from "#lib/base/i18n/locales.ts";
import { getDensity } from "#lib/base/list/looks/queries.ts";
import { timezones } from "#lib/base/time/zones.ts";
import { mailsGo } from "#lib/mail/kept.ts";
import { loadEmailChange } from "#lib/profile/email-change.ts";
import { loadChosenLocale } from "#lib/profile/queries.ts";
import { loadSummaryMailHour } from "#lib/summary/commands.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

export default async function ProfilePage() {
  const session = await requirePermission("profile.write");
  const [t, chosenLocale, asked, sessions, summaryHour, secondFactor, emailChange, density] =
    await Promise.all([
      getTranslations("profile"),
      loadChosenLocale(session),
      languageOfBrowser(),
      listSessions(session, await presentClient()),
      loadSummaryMailHour(session),
      loadSecondFactor(session),
      loadEmailChange(session),
      getDensity(session),
    ]);
  const mails = mailsGo(await headers());
  const { name, email, timezone, timeFormat } = session;
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <PersonCard
        id={session.userId}
        name={name}
        email={{ email, waiting: emailChange, hasSecondFactor: secondFactor.isOn, mailsGo: mails }}
      />
      <LanguageCard
        locale={chosenLocale}
        browserLocale={asked ?? defaultLocale}
        timezone={timezone}
        timezones={timezones()}
        timeFormat={timeFormat}
      />
      <ThemeCard />
      {mails !== "nowhere" && <SummaryCard email={email} hour={summaryHour} mailsGo={mails} />}
      <DensityCard density={density} />
      <KeysCard />
      <PasswordCard />
      <SecondFactorCard secondFactor={secondFactor} />
      <SessionsCard sessions={sessions} />
    </SettingsPage>
  );
}
