import { DeliveriesPage } from "#components/deliveries/deliveries-page.tsx";
import { DeliveriesLoading } from "#components/deliveries/delivery-list.tsx";

export default function Loading() {
  return (
    <DeliveriesPage>
      <DeliveriesLoading />
    </DeliveriesPage>
  );
}
