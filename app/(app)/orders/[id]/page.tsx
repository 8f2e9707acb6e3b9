import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadOrder } from "#app/(app)/orders/[id]/load-order.ts";
import { TimelineCard } from "#components/leads/timeline-card.tsx";
import { OrderItems } from "#components/orders/order-items.tsx";
import { OrderLayout } from "#components/orders/order-layout.tsx";
import { OrderPayments } from "#components/orders/order-payments.tsx";
import { OrderPill } from "#components/orders/order-pill.tsx";
import { OrderLinks, OrderSeller } from "#components/orders/order-side.tsx";
import { ShippingCard } from "#components/orders/shipping-card.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getTimeline } from "#lib/leads/timeline.ts";

interface OrderPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const [order, t] = await Promise.all([loadOrder((await params).id), getTranslations("orders.detail")]);
  return { title: t("title", { number: order.number }) };
}

export default async function OrderPage({ params }: OrderPageProps) {
  const session = await requirePermission("orders.read");
  const [order, t] = await Promise.all([loadOrder((await params).id), getTranslations("orders")]);
  const timeline = order.lead && (await getTimeline(session, order.lead.id));
  return (
    <Page trail={[{ label: t("title"), href: "/orders" }, { label: order.number }]}>
      <PageHeader
        title={t("detail.title", { number: order.number })}
        aside={
          <>
            <OrderPill status={order.status} />
            {order.isTest && <Badge>{t("test")}</Badge>}
          </>
        }
        actions={
          order.adminAddress && (
            <Button asChild>
              <a href={order.adminAddress} target="_blank" rel="noopener noreferrer">
                <ExternalLink aria-hidden />
                {t("detail.openInShop")}
              </a>
            </Button>
          )
        }
      />
      <OrderLayout
        items={<OrderItems order={order} />}
        amounts={<OrderPayments order={order} />}
        timeline={timeline && <TimelineCard events={timeline} note={null} />}
        shipping={<ShippingCard order={order} mayEdit={can(session.role, "orders.write")} />}
        others={
          <>
            <OrderLinks order={order} />
            {order.seller.id !== session.userId && <OrderSeller seller={order.seller} />}
          </>
        }
      />
    </Page>
  );
}
