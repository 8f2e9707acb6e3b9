import {
  Bell,
  Building2,
  ChartColumn,
  ListChecks,
  type LucideIcon,
  PhoneCall,
  Store,
  UserRound,
  Users,
} from "lucide-react";
import { can, type Permission, type Role } from "#lib/base/auth/permissions.ts";

/** The parts of the settings, in their order. A new one is one entry here and one word in "settings.sections". */
const sections = [
  { id: "stores", href: "/settings/stores", icon: Store, permission: "stores.read" },
  { id: "workspace", href: "/settings/workspace", icon: Building2, permission: "workspace.write" },
  { id: "team", href: "/settings/team", icon: Users, permission: "team.read" },
  { id: "profile", href: "/settings/profile", icon: UserRound, permission: "profile.write" },
  { id: "telegram", href: "/settings/telegram", icon: Bell, permission: "profile.write" },
  { id: "calls", href: "/settings/calls", icon: PhoneCall, permission: "leads.read" },
  { id: "figures", href: "/settings/figures", icon: ChartColumn, permission: "workspace.write" },
  { id: "firstSteps", href: "/settings/first-steps", icon: ListChecks, permission: "stores.write" },
] as const satisfies readonly { id: string; href: string; icon: LucideIcon; permission: Permission }[];

/**
 * The parts that someone of this role sees; everybody sees at least one.
 *
 * @param isViewing whether an admin looks at Astra as this member, who keeps what is the member's own
 */
export function visibleSections(role: Role, isViewing: boolean) {
  return sections.filter(
    ({ permission }) => can(role, permission) && !(isViewing && permission === "profile.write"),
  );
}
