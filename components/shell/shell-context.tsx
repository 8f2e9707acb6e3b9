"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "#lib/base/auth/permissions.ts";

const RoleContext = createContext<Role | null>(null);

/** Who looks at the pages inside the frame. */
export function ShellProvider({ role, children }: { role: Role; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

/** The role of the person who looks; what it may do is checked on the server again. */
export function useRole(): Role {
  const role = useContext(RoleContext);
  if (!role) throw new Error("useRole needs a ShellProvider above it.");
  return role;
}
