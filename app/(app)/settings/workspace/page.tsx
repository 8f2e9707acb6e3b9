import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { HoursCard } from "#components/settings/workspace/hours-card.tsx";
import { NameCard } from "#components/settings/workspace/name-card.tsx";
import { PlaceCard } from "#components/settings/workspace/place-card.tsx";
import { StockCard } from "#components/settings/workspace/stock-card.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { currencies } from "#lib/base/money/currencies.ts";
import { timezones } from "#lib/base/time/zones.ts";
import { getUsualLevel } from "#lib/inventory/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workspace");
  return { title: t("title") };
}

export default async function WorkspacePage() {
  const session = await requirePermission("workspace.write");
  const [t, level] = await Promise.all([getTranslations("workspace"), getUsualLevel(session)]);
  const { name, logo = null, timezone, currency, workingHours = {} } = session.workspace;
  const names = new Intl.DisplayNames(session.locale, { type: "currency" });
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <NameCard name={name} logo={logo} />
      <PlaceCard
        timezone={timezone}
        timezones={timezones()}
        currency={currency}
        currencies={currencies().map((code) => ({ code, name: names.of(code) ?? code }))}
      />
      <HoursCard workingHours={workingHours} />
      <StockCard level={level} />
      <p className="text-sm text-subheading">
        {t.rich("calls", {
          link: (words) => (
            <Link href="/settings/calls" className="text-brand-text underline">
              {words}
            </Link>
          ),
        })}
      </p>
    </SettingsPage>
  );
}
