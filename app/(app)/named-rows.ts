import "server-only";
import { unstable_rethrow } from "next/navigation";

interface NamedRow {
  address: RegExp;
  /** What reads the row of an id: once for each request, for the page as well. */
  load: () => Promise<(id: string) => Promise<unknown>>;
}

/** The addresses that name a row. */
export const namedRows: NamedRow[] = [
  {
    address: /^\/leads\/([^/]+)$/,
    load: async () => (await import("#app/(app)/leads/[id]/load-lead.ts")).loadLead,
  },
  {
    address: /^\/orders\/([^/]+)$/,
    load: async () => (await import("#app/(app)/orders/[id]/load-order.ts")).loadOrder,
  },
  {
    address: /^\/customers\/([^/]+)$/,
    load: async () => (await import("#app/(app)/customers/[id]/load-customer.ts")).loadCustomer,
  },
  {
    address: /^\/inventory\/([^/]+)$/,
    load: async () => (await import("#app/(app)/inventory/[id]/load-product.ts")).loadProduct,
  },
  {
    address: /^\/inventory\/([^/]+)\/edit$/,
    load: async () => (await import("#app/(app)/inventory/[id]/load-product.ts")).loadWritableProduct,
  },
  {
    address: /^\/settings\/stores\/([^/]+)$/,
    load: async () => (await import("#app/(app)/settings/stores/[id]/load-store.ts")).loadStore,
  },
  {
    address: /^\/settings\/stores\/deliveries\/([^/]+)$/,
    load: async () =>
      (await import("#app/(app)/settings/stores/deliveries/[id]/load-delivery.ts")).loadDelivery,
  },
];

/**
 * Waits for the row that an address names, and answers 404 where it is not there. A page that has a skeleton can't: its status goes with its first
 * byte, and that is the skeleton's. So what is around the page asks, by the same reading. What else is wrong with a row, its page says.
 */
export async function requireNamedRow(path: string): Promise<void> {
  for (const { address, load } of namedRows) {
    const id = address.exec(path)?.[1];
    if (!id) continue;
    const [row] = await Promise.allSettled([load().then((loadRow) => loadRow(id))]);
    if (row.status === "rejected") unstable_rethrow(row.reason);
  }
}
