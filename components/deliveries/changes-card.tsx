import Link from "next/link";
import { useTranslations } from "next-intl";
import { OrderLink } from "#components/deliveries/order-link.tsx";
import { TimelineEntry } from "#components/leads/timeline-entry.tsx";
import { OrderPill } from "#components/orders/order-pill.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { DeliveryDetail } from "#lib/deliveries/delivery-query.ts";

/** What a delivery changed, as the timeline of its lead tells it, and how its order stands now. */
export function ChangesCard({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations("deliveries.detail");
  const { state, changes, order, orderStatus, leadId } = delivery;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("changed")}</CardTitle>
        {leadId && (
          <Button asChild size="sm">
            <Link href={`/leads/${leadId}`}>{t("lead")}</Link>
          </Button>
        )}
      </CardHeader>
      <CardContent className="grid gap-4 text-sm">
        {changes.length > 0 ? (
          <ol>
            {changes.map((event) => (
              <TimelineEntry key={event.id} event={event} />
            ))}
          </ol>
        ) : (
          <p className="text-body">{t(state === "processed" ? "changedUnknown" : "changedNothing")}</p>
        )}
        {order && orderStatus && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-subheading">
            {t("orderNow")}
            <OrderLink delivery={delivery} className="" />
            <OrderPill status={orderStatus} />
          </p>
        )}
      </CardContent>
    </Card>
  );
}
