import { useTranslations } from "next-intl";
import { EditContactLink } from "#components/leads/edit-contact-link.tsx";
import { TrackingNumbers } from "#components/leads/tracking-numbers.tsx";
import { ContactEntries } from "#components/orders/contact-entries.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { OrderDetail } from "#lib/orders/order-query.ts";

/** Where the order goes, as the order has it. A contact is corrected at the lead, which tells everyone who works it. */
export function ShippingCard({ order, mayEdit }: { order: OrderDetail; mayEdit: boolean }) {
  const t = useTranslations("orders.detail");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("shipTo")}</CardTitle>
        {mayEdit && order.lead && <EditContactLink leadId={order.lead.id} label={t("edit")} />}
      </CardHeader>
      <CardContent>
        <ContactEntries contact={order.shipping} />
        <Parcels order={order} />
      </CardContent>
    </Card>
  );
}

/** How the parcels go and how far they are, as far as anybody has said. */
function Parcels({ order }: { order: OrderDetail }) {
  const t = useTranslations("orders.detail");
  const standing = useTranslations("statuses.logistic");
  const { shippingMethod, trackingNumbers } = order;
  // A person knows more than the store; before it leaves, the lead alone says so.
  const status = order.lead?.logisticStatus ?? (order.shipment === "none" ? "pending" : order.shipment);
  return (
    <dl className="mt-3 grid grid-cols-[80px_minmax(0,1fr)] gap-x-3 gap-y-2 border-t pt-3 text-sm max-md:items-baseline">
      <dt className="text-subheading">{t("parcel")}</dt>
      <dd className="text-heading">{standing(status)}</dd>
      {shippingMethod && (
        <>
          <dt className="text-subheading">{t("method")}</dt>
          <dd className="wrap-anywhere min-w-0 text-heading">{shippingMethod}</dd>
        </>
      )}
      {trackingNumbers.length > 0 && (
        <>
          <dt className="text-subheading">{t("tracking")}</dt>
          <dd className="wrap-anywhere min-w-0 text-heading">
            <TrackingNumbers numbers={trackingNumbers} shippingMethod={shippingMethod} />
          </dd>
        </>
      )}
    </dl>
  );
}
