import { InventoryActs } from "#components/inventory/inventory-acts.tsx";
import { ProductsLoading } from "#components/inventory/product-list.tsx";
import { ListPage } from "#components/list/list-page.tsx";

export default function Loading() {
  return (
    <ListPage list="inventory" actions={<InventoryActs />}>
      <ProductsLoading />
    </ListPage>
  );
}
