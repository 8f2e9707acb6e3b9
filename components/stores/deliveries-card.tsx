import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RetryButton } from "#components/stores/retry-button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusPill, type Tone } from "#components/ui/status-pill.tsx";
import type { DeliveryRow } from "#lib/stores/queries.ts";

const tones: Record<DeliveryRow["status"], Tone> = {
  received: "blue",
  processed: "green",
  ignored: "gray",
  failed: "red",
};

export interface DeliveriesCardProps {
  storeId: string;
  deliveries: DeliveryRow[];
  mayRetry: boolean;
}

/** The last deliveries of a store and what became of them. */
export function DeliveriesCard({ storeId, deliveries, mayRetry }: DeliveriesCardProps) {
  const t = useTranslations("stores.deliveries");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        {deliveries.length > 1 && (
          <CardDescription>{t("last", { count: deliveries.length })}</CardDescription>
        )}
      </CardHeader>
      {deliveries.length === 0 ? (
        <CardContent className="text-sm text-subheading">{t("none")}</CardContent>
      ) : (
        <ul className="mt-1 border-t">
          {deliveries.map((delivery) => (
            <Delivery key={delivery.id} delivery={delivery}>
              {mayRetry && delivery.status === "failed" && (
                <RetryButton storeId={storeId} deliveryId={delivery.id} />
              )}
            </Delivery>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Delivery({ delivery, children }: { delivery: DeliveryRow; children: ReactNode }) {
  const t = useTranslations("stores.deliveries");
  const { topic, status, attempts, error, notUnderstood, receivedAt } = delivery;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b px-4 py-2 text-subheading text-xs last:border-b-0 md:min-h-10 md:grid-cols-[196px_96px_minmax(0,1fr)_auto]">
      <span className="truncate font-mono text-heading">{topic}</span>
      <StatusPill tone={tones[status]} className="justify-self-end md:justify-self-start">
        {t(`status.${status}`)}
      </StatusPill>
      <span className="min-w-0 break-words max-md:col-span-2 max-md:empty:hidden">
        {error}
        {notUnderstood.length > 0 && <NotUnderstood fields={notUnderstood} />}
        {attempts > 1 && <span className="block tabular-nums">{t("attempts", { count: attempts })}</span>}
      </span>
      <span className="flex items-center gap-4 max-md:col-span-2 max-md:justify-between">
        <RelativeTime date={receivedAt} className="whitespace-nowrap tabular-nums" />
        {children}
      </span>
    </li>
  );
}

const shownFields = 5;

/** The fields of a delivery that were left out; the order came in without them. */
function NotUnderstood({ fields }: { fields: string[] }) {
  const t = useTranslations("stores.deliveries");
  const shown = fields.slice(0, shownFields);
  return (
    <span className="block">
      {t.rich("notUnderstood", {
        count: fields.length,
        others: fields.length - shown.length,
        fields: () => <span className="break-all font-mono">{shown.join(", ")}</span>,
      })}
    </span>
  );
}
