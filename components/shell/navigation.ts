import { Boxes, Inbox, LayoutDashboard, type LucideIcon, Package, Settings, Users } from "lucide-react";
import type { Permission } from "#lib/base/auth/permissions.ts";

/** Every entry of the sidebar, in its order. A new module is one entry here and one word in "nav". */
export const navigation = [
  {
    id: "dashboard",
    key: "d",
    href: "/dashboard",
    icon: LayoutDashboard,
    permission: "kpi.read",
    place: "main",
  },
  { id: "leads", key: "l", href: "/leads", icon: Inbox, permission: "leads.read", place: "main" },
  { id: "orders", key: "o", href: "/orders", icon: Package, permission: "orders.read", place: "main" },
  { id: "customers", key: "c", href: "/customers", icon: Users, permission: "customers.read", place: "main" },
  { id: "inventory", key: "i", href: "/inventory", icon: Boxes, permission: "inventory.read", place: "main" },
  { id: "settings", key: "s", href: "/settings", icon: Settings, permission: null, place: "foot" },
] as const satisfies readonly NavigationEntry[];

interface NavigationEntry {
  id: string;
  /** The letter that leads there after G. */
  key: string;
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
