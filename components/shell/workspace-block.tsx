import { useTranslations } from "next-intl";
import { Logo } from "#components/shell/logo.tsx";

export function WorkspaceBlock({ name }: { name: string }) {
  const t = useTranslations("common");
  return (
    <div className="flex h-[76px] items-center gap-2.5 px-5">
      <Logo />
      <div className="min-w-0">
        <p className="truncate font-semibold text-base text-heading" title={name}>
          {name}
        </p>
        <p className="text-subheading text-xs">{t("appName")}</p>
      </div>
    </div>
  );
}
