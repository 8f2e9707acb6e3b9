"use client";

import CustomerLoading from "#app/(app)/customers/[id]/loading.tsx";
import ProductLoading from "#app/(app)/inventory/[id]/loading.tsx";
import LeadLoading from "#app/(app)/leads/[id]/loading.tsx";
import OrderLoading from "#app/(app)/orders/[id]/loading.tsx";
import DeliveryLoading from "#app/(app)/settings/stores/deliveries/[id]/loading.tsx";

const skeletons: Record<string, () => React.ReactNode> = {
  leads: LeadLoading,
  orders: OrderLoading,
  customers: CustomerLoading,
  inventory: ProductLoading,
  "settings/stores/deliveries": DeliveryLoading,
};

/** The page of one of a module's rows while it loads: what Next shows as well, once it hears from the server. */
export function OpeningSkeleton({ module }: { module: string }) {
  const Skeleton = skeletons[module];
  return Skeleton && <Skeleton />;
}
