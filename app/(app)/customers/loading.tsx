import { CustomersLoading } from "#components/customers/customer-list.tsx";
import { ListPage } from "#components/list/list-page.tsx";

export default function Loading() {
  return (
    <ListPage list="customers">
      <CustomersLoading />
    </ListPage>
  );
}
