import type { Permission } from "#lib/base/auth/permissions.ts";

/**
 * The lists that there are: where each is, and who may open and export it. Each is told in the messages under its name, and the check of
 * `saved_views.list` names it too.
 */
export const listPlaces = {
  leads: { path: "/leads", permission: "leads.read" },
  orders: { path: "/orders", permission: "orders.read" },
  customers: { path: "/customers", permission: "customers.read" },
  inventory: { path: "/inventory", permission: "inventory.read" },
  deliveries: { path: "/settings/stores/deliveries", permission: "stores.read" },
} as const satisfies Record<string, { path: `/${string}`; permission: Permission }>;

export type ListName = keyof typeof listPlaces;
export const listNames = Object.keys(listPlaces) as [ListName, ...ListName[]];
