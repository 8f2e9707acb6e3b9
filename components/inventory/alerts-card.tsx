import { useFormatter, useTranslations } from "next-intl";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusPill, type Tone } from "#components/ui/status-pill.tsx";
import type { StockAlert } from "#lib/inventory/alerts.ts";

const tones = { low: "amber", out: "red", oversold: "red", restocked: "green" } as const satisfies Record<
  StockAlert["kind"],
  Tone
>;

/** When a product last ran low, ran out or came back: what its owner was told. */
export function AlertsCard({ alerts }: { alerts: StockAlert[] }) {
  const t = useTranslations("inventory.alerts");
  const format = useFormatter();
  return (
    <Card className="overflow-hidden">
      <CardHeader className="flex-wrap justify-start gap-x-2 gap-y-0">
        <CardTitle>{t("title")}</CardTitle>
        <p className="text-sm text-subheading">{t("text")}</p>
      </CardHeader>
      <ul aria-label={t("title")} className="divide-y border-t">
        {alerts.map(({ id, kind, at, available }) => (
          <li key={id} className="flex min-h-11 items-center gap-4 px-4 py-1.5 text-sm">
            <StatusPill tone={tones[kind]}>{t(kind)}</StatusPill>
            <span className="min-w-0 flex-1 truncate text-body tabular-nums">
              {t("available", { units: format.number(available).replace("-", "−") })}
            </span>
            <RelativeTime date={at} className="text-subheading" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
