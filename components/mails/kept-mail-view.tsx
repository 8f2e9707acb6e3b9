import { useFormatter, useTranslations } from "next-intl";
import type { KeptMail } from "#lib/mail/transports/folder.ts";

/** Links of a mail open beside it: inside the frame nothing of Astra would. */
const opensBeside = '<base target="_blank">';

/** One kept mail, as a program for mails shows it, and as plain text. */
export function KeptMailView({ mail }: { mail: KeptMail }) {
  const t = useTranslations("mails.kept");
  const format = useFormatter();
  const facts = [
    [t("from"), `${mail.from.name} <${mail.from.address}>`],
    [t("to"), mail.to],
    [t("at"), format.dateTime(mail.keptAt, "dateTime")],
    ...Object.entries(mail.headers),
  ];
  return (
    <article className="grid min-w-0 gap-4 rounded-xl border bg-surface p-4">
      <h2 className="wrap-anywhere font-semibold text-heading text-lg">{mail.subject}</h2>
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-subheading">{label}</dt>
            <dd className="wrap-anywhere text-heading">{value}</dd>
          </div>
        ))}
      </dl>
      {/* Nothing runs in it and nothing is sent from it. */}
      <iframe
        title={t("preview")}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={mail.html.replace("<head>", `<head>${opensBeside}`)}
        className="h-[640px] w-full rounded-lg border bg-white"
      />
      <details className="text-sm">
        <summary className="cursor-pointer text-heading">{t("plain")}</summary>
        <pre className="wrap-anywhere mt-3 whitespace-pre-wrap rounded-lg border p-4 font-mono text-text text-xs">
          {mail.text}
        </pre>
      </details>
    </article>
  );
}
