import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { OrderDetail } from "#lib/orders/order-query.ts";

/** The lead and the customer of the order. */
export function OrderLinks({ order: { lead, customer } }: { order: OrderDetail }) {
  const t = useTranslations("orders.detail");
  const noName = useTranslations("orders")("noName");
  return (
    <Card className="overflow-hidden">
      {lead ? (
        <Row href={`/leads/${lead.id}`} label={t("lead")} aside={<LeadPill lead={lead} />}>
          {t("openLead")}
        </Row>
      ) : (
        <p className="px-4 py-3 text-sm text-subheading">{t("noLead")}</p>
      )}
      {customer ? (
        <Row href={`/customers/${customer.id}`} label={t("customer")}>
          <bdi>{customer.name ?? noName}</bdi>
        </Row>
      ) : (
        <p className="border-t px-4 py-3 text-sm text-subheading">{t("noCustomer")}</p>
      )}
    </Card>
  );
}

interface RowProps {
  href: string;
  label: string;
  aside?: ReactNode;
  children: ReactNode;
}

function Row({ href, label, aside, children }: RowProps) {
  return (
    <Link
      href={href}
      className="flex min-h-[52px] items-center gap-3 px-4 py-2 transition-colors not-first:border-t hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="min-w-0 flex-1">
        <span className="block text-subheading text-xs">{label}</span>
        <span className="block truncate font-medium text-heading text-sm">{children}</span>
      </span>
      {aside}
      <ChevronRight aria-hidden className="size-4 shrink-0 text-subheading" />
    </Link>
  );
}

/** Who is credited with the sale. */
export function OrderSeller({ seller }: { seller: OrderDetail["seller"] }) {
  const t = useTranslations("orders");
  const name = seller.name ?? t("formerMember");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.seller")}</CardTitle>
      </CardHeader>
      <CardContent className="flex items-center gap-2.5 text-heading text-sm">
        <Avatar decorative id={seller.id} name={name} />
        <span className="min-w-0 break-words">{name}</span>
      </CardContent>
    </Card>
  );
}
