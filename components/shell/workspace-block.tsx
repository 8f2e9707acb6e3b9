import { useTranslations } from "next-intl";
import { Logo } from "#components/shell/logo.tsx";
import { WorkspaceLogo } from "#components/shell/workspace-logo.tsx";
import type { Session } from "#lib/base/auth/session.ts";

/** Whose Astra it is: by its logo, else by Astra's. */
export function WorkspaceBlock({ workspace: { name, logo } }: { workspace: Session["workspace"] }) {
  const t = useTranslations("common");
  return (
    <div className="flex h-[76px] items-center gap-2.5 px-5">
      {logo ? <WorkspaceLogo logo={logo} className="size-7 rounded-lg" /> : <Logo />}
      <div className="min-w-0">
        <p className="truncate font-semibold text-base text-heading" title={name}>
          {name}
        </p>
        <p className="text-subheading text-xs">{t("appName")}</p>
      </div>
    </div>
  );
}
