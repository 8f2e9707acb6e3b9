import { ListPage } from "#components/list/list-page.tsx";
import { OrdersLoading } from "#components/orders/order-list.tsx";

export default function Loading() {
  return (
    <ListPage list="orders">
      <OrdersLoading />
    </ListPage>
  );
}
