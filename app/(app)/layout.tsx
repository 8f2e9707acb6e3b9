import type { ReactNode } from "react";
import { signOutAction } from "#app/(auth)/actions.ts";
import { visibleNavigation } from "#components/shell/navigation.ts";
import { Shell } from "#components/shell/shell.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireSession } from "#lib/auth/session.ts";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const entries = visibleNavigation((permission) => can(session.role, permission));
  return (
    <Shell session={session} entries={entries} signOut={signOutAction}>
      {children}
    </Shell>
  );
}
