import { Pencil } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ContactEntries } from "#components/orders/contact-entries.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { OrderDetail } from "#lib/orders/order-query.ts";

/** Where the order goes, as the order has it. A contact is corrected at the lead, which tells everyone who works it. */
export function ShippingCard({ order, mayEdit }: { order: OrderDetail; mayEdit: boolean }) {
  const t = useTranslations("orders.detail");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("shipTo")}</CardTitle>
        {mayEdit && order.lead && (
          <Button asChild size="sm" variant="ghost">
            <Link href={`/leads/${order.lead.id}?edit=contact`}>
              <Pencil aria-hidden />
              {t("edit")}
            </Link>
          </Button>
        )}
      </CardHeader>
      <CardContent>
        <ContactEntries contact={order.shipping} />
      </CardContent>
    </Card>
  );
}
