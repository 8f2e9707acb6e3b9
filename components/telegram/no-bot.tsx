import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";

/** In place of all settings where Astra has no bot: how to get one, for who can. */
export function NoBot({ mayGetOne }: { mayGetOne: boolean }) {
  const t = useTranslations("telegram");
  return (
    <Alert tone="info" title={t("off")} className="max-w-2xl">
      {mayGetOne ? <GetBot /> : t("offText")}
    </Alert>
  );
}

function GetBot() {
  const t = useTranslations("telegram.getBot");
  const code = (text: React.ReactNode) => (
    <code className="wrap-anywhere font-mono text-heading">{text}</code>
  );
  return (
    <div className="grid gap-2">
      <p>{t("text")}</p>
      <ol className="grid list-decimal gap-1 ps-5">
        <li>{t.rich("create", { code })}</li>
        <li>{t.rich("token", { code })}</li>
        <li>{t("restart")}</li>
      </ol>
    </div>
  );
}
