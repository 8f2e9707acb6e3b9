import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NotUnderstood } from "#components/deliveries/not-understood.tsx";
import { OrderLink } from "#components/deliveries/order-link.tsx";
import { useReasonText } from "#components/deliveries/reason-text.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { DeliveryDetail } from "#lib/deliveries/delivery-query.ts";

/** What came of a delivery: why it failed or was ignored, and its facts. */
export function WhatCard({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations("deliveries.detail");
  const format = useFormatter();
  const reasonText = useReasonText();
  const { state, reason: said, notUnderstood, receivedAt, processedAt, nextAttemptAt, attempts } = delivery;
  const reason = said && reasonText(said);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("what")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4 text-sm">
        {state === "failed" ? (
          <Alert tone="danger" title={reason}>
            {t("states.failed")}
          </Alert>
        ) : (
          <p className="break-words text-body">
            {t(`states.${state}`)} {reason}
          </p>
        )}
        {notUnderstood.length > 0 && (
          <p className="text-body">
            <NotUnderstood fields={notUnderstood} />
          </p>
        )}
        <dl className="grid grid-cols-[minmax(0,120px)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
          {delivery.externalOrderId && (
            <Fact name={t("order")}>
              {delivery.order ? (
                <OrderLink delivery={delivery} className="" />
              ) : (
                t("orderUnknown", { id: delivery.externalOrderId })
              )}
            </Fact>
          )}
          <Fact name={t("received")}>{format.dateTime(receivedAt, "long")}</Fact>
          {processedAt && <Fact name={t("processed")}>{format.dateTime(processedAt, "long")}</Fact>}
          <Fact name={t("attempts")}>{format.number(attempts)}</Fact>
          {state === "failed" && (
            <Fact name={t("next")}>
              {nextAttemptAt ? format.dateTime(nextAttemptAt, "long") : t("noNext", { count: attempts })}
            </Fact>
          )}
        </dl>
      </CardContent>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-subheading">{name}</dt>
      <dd className="min-w-0 break-words text-heading tabular-nums">{children}</dd>
    </>
  );
}
