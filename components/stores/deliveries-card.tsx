import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeliveryPill } from "#components/deliveries/delivery-pill.tsx";
import { NotUnderstood } from "#components/deliveries/not-understood.tsx";
import { useReasonText } from "#components/deliveries/reason-text.tsx";
import { RetryButton } from "#components/deliveries/retry-button.tsx";
import { RetryFailed } from "#components/deliveries/retry-failed.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Count } from "#lib/base/list/page.ts";
import { deliveryList } from "#lib/deliveries/list.ts";
import type { DeliveryRow } from "#lib/stores/queries.ts";

export interface DeliveriesCardProps {
  storeId: string;
  deliveries: DeliveryRow[];
  failed: Count;
  mayRetry: boolean;
}

/** The last deliveries of a store and what became of them. */
export function DeliveriesCard({ storeId, deliveries, failed, mayRetry }: DeliveriesCardProps) {
  const t = useTranslations("stores.deliveries");
  return (
    <Card>
      <CardHeader className="flex-wrap">
        <CardTitle>{t("title")}</CardTitle>
        {deliveries.length > 1 && (
          <CardDescription className="me-auto max-md:hidden">
            {t("last", { count: deliveries.length })}
          </CardDescription>
        )}
        {deliveries.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {mayRetry && failed.total > 1 && <RetryFailed failed={failed} storeIds={[storeId]} size="sm" />}
            <Button asChild size="sm">
              <Link href={deliveryList.url({ store: [storeId] })}>{t("all")}</Link>
            </Button>
          </div>
        )}
      </CardHeader>
      {deliveries.length === 0 ? (
        <CardContent className="text-sm text-subheading">{t("none")}</CardContent>
      ) : (
        <ul className="mt-1 border-t">
          {deliveries.map((delivery) => (
            <Delivery key={delivery.id} delivery={delivery}>
              {mayRetry && delivery.status === "failed" && <RetryButton id={delivery.id} size="sm" />}
            </Delivery>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Delivery({ delivery, children }: { delivery: DeliveryRow; children: ReactNode }) {
  const t = useTranslations("stores.deliveries");
  const reasonText = useReasonText();
  const { id, topic, status, attempts, reason, notUnderstood, receivedAt } = delivery;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b px-4 py-2 text-subheading text-xs last:border-b-0 md:min-h-10 md:grid-cols-[196px_96px_minmax(0,1fr)_auto]">
      <Link
        href={`/settings/stores/deliveries/${id}`}
        prefetch={false}
        className="truncate font-mono text-heading hover:underline"
      >
        {topic}
      </Link>
      <DeliveryPill state={status} className="justify-self-end md:justify-self-start" />
      <span className="min-w-0 break-words max-md:col-span-2 max-md:empty:hidden">
        {reason && reasonText(reason)}
        <NotUnderstood fields={notUnderstood} />
        {attempts > 1 && <span className="block tabular-nums">{t("attempts", { count: attempts })}</span>}
      </span>
      <span className="flex items-center gap-4 max-md:col-span-2 max-md:justify-between">
        <RelativeTime date={receivedAt} className="whitespace-nowrap tabular-nums" />
        {children}
      </span>
    </li>
  );
}
