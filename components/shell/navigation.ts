import { Boxes, Inbox, LayoutDashboard, type LucideIcon, Package, Settings, Users } from "lucide-react";
import type { Permission } from "#lib/base/auth/permissions.ts";

/** Every entry of the sidebar, in its order. A new module is one entry here and one word in "nav". */
export const navigation = [
  { id: "dashboard", href: "/dashboard", icon: LayoutDashboard, permission: "kpi.read", place: "main" },
  { id: "leads", href: "/leads", icon: Inbox, permission: "leads.read", place: "main" },
  { id: "orders", href: "/orders", icon: Package, permission: "orders.read", place: "main" },
  { id: "customers", href: "/customers", icon: Users, permission: "customers.read", place: "main" },
  { id: "inventory", href: "/inventory", icon: Boxes, permission: "inventory.read", place: "main" },
  { id: "settings", href: "/settings", icon: Settings, permission: null, place: "foot" },
] as const satisfies readonly NavigationEntry[];

interface NavigationEntry {
  id: string;
  href: string;
  icon: LucideIcon;
  /** Who sees it; null is everyone. */
  permission: Permission | null;
  place: "main" | "foot";
}

export type NavigationId = (typeof navigation)[number]["id"];

/** The entries someone sees who may do what `allows` says. */
export function visibleNavigation(allows: (permission: Permission) => boolean): NavigationId[] {
  return navigation
    .filter((entry) => entry.permission === null || allows(entry.permission))
    .map((entry) => entry.id);
}
