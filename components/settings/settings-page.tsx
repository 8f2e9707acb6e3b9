import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionLinks } from "#components/settings/section-links.tsx";
import { Page } from "#components/shell/page.tsx";
import type { Crumb } from "#components/shell/top-bar.tsx";

/** A page of the settings; `trail` leads on from "Settings". */
export function SettingsPage({ trail, children }: { trail: Crumb[]; children: ReactNode }) {
  const t = useTranslations("settings");
  return (
    <Page trail={[{ label: t("title"), href: "/settings" }, ...trail]}>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[168px_minmax(0,1fr)] lg:gap-8">
        <SectionLinks />
        <div className="grid max-w-4xl grid-cols-1 content-start gap-4">{children}</div>
      </div>
    </Page>
  );
}
