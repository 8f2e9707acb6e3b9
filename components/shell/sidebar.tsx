"use client";

import type { ReactNode } from "react";
import type { NavigationId } from "#components/shell/navigation.ts";
import { NavigationLinks } from "#components/shell/navigation-links.tsx";
import { UserMenu } from "#components/shell/user-menu.tsx";
import { WorkspaceBlock } from "#components/shell/workspace-block.tsx";
import type { Session } from "#lib/base/auth/session.ts";

export interface SidebarProps {
  session: Session;
  entries: NavigationId[];
  /** What stands at the right of an entry, such as the number of leads that wait. */
  counts?: Partial<Record<NavigationId, ReactNode>>;
  /** Where the person can go, for those of several workspaces. */
  workspaces?: ReactNode;
  /** The saved views, under the entries. */
  views?: ReactNode;
}

export function SidebarContent({ session, entries, counts, workspaces, views }: SidebarProps) {
  return (
    <>
      <WorkspaceBlock workspace={session.workspace} />
      <NavigationLinks place="main" entries={entries} counts={counts} />
      {views}
      <div className="mt-auto grid grid-cols-1 gap-2 p-3">
        <NavigationLinks place="foot" entries={entries} counts={counts} />
        <UserMenu session={session} workspaces={workspaces} />
      </div>
    </>
  );
}
