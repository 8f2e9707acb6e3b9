"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { WorkTime } from "#lib/base/time/working-hours.ts";

const RoleContext = createContext<Role | null>(null);
const ViewingContext = createContext(false);
const WorkTimeContext = createContext<WorkTime>({ hours: {}, timezone: "UTC" });

export interface ShellProviderProps {
  role: Role;
  /** Whether an admin looks at Astra as this member. */
  isViewing: boolean;
  workTime: WorkTime;
  children: ReactNode;
}

/** Who looks at the pages inside the frame. */
export function ShellProvider({ role, isViewing, workTime, children }: ShellProviderProps) {
  return (
    <RoleContext value={role}>
      <ViewingContext value={isViewing}>
        <WorkTimeContext value={workTime}>{children}</WorkTimeContext>
      </ViewingContext>
    </RoleContext>
  );
}

/** Whether an admin looks at the pages as the member sees them. */
export function useIsViewing(): boolean {
  return useContext(ViewingContext);
}

/** When the workspace works. */
export function useWorkTime(): WorkTime {
  return useContext(WorkTimeContext);
}

/** The role of the person who looks; what it may do is checked on the server again. */
export function useRole(): Role {
  const role = useContext(RoleContext);
  if (!role) throw new Error("useRole needs a ShellProvider above it.");
  return role;
}
