import type { ReactNode } from "react";
import { Keys } from "#components/keys/keys.tsx";
import { FetchAhead } from "#components/shell/fetch-ahead.tsx";
import { MenuDrawer } from "#components/shell/menu-drawer.tsx";
import { NavigationKeys } from "#components/shell/navigation-keys.tsx";
import { ShellProvider } from "#components/shell/shell-context.tsx";
import { SidebarContent, type SidebarProps } from "#components/shell/sidebar.tsx";
import { SkipLink } from "#components/shell/skip-link.tsx";
import { ViewingBanner } from "#components/shell/viewing-banner.tsx";
import { GoingProvider } from "#components/ui/going.tsx";

/** The frame of every signed-in page: sidebar on a laptop, drawer on a phone; the page draws its own top bar. */
export function Shell({ children, ...sidebar }: SidebarProps & { children: ReactNode }) {
  const { session } = sidebar;
  const { workingHours: hours = {}, timezone } = session.workspace;
  return (
    <ShellProvider role={session.role} isViewing={Boolean(session.viewing)} workTime={{ hours, timezone }}>
      <GoingProvider>
        <SkipLink />
        <Keys />
        <NavigationKeys entries={sidebar.entries} />
        <aside className="fixed inset-y-0 start-0 z-30 flex w-sidebar flex-col border-e max-lg:hidden print:hidden">
          <SidebarContent {...sidebar} />
        </aside>
        <MenuDrawer {...sidebar} />
        <div className="flex min-h-dvh flex-col lg:ps-sidebar print:min-h-0 print:ps-0">
          {children}
          {session.viewing && <ViewingBanner name={session.name} endsAt={session.viewing.endsAt} />}
        </div>
        <FetchAhead />
      </GoingProvider>
    </ShellProvider>
  );
}
