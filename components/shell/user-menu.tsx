"use client";

import { ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useTransition } from "react";
import { ThemeChoice } from "#components/shell/theme-choice.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { signOutAction } from "#lib/base/auth/actions.ts";
import type { Session } from "#lib/base/auth/session.ts";

export interface UserMenuProps {
  session: Session;
  /** Where the person can go, for those of several workspaces. */
  workspaces: ReactNode;
}

export function UserMenu({ session, workspaces }: UserMenuProps) {
  const t = useTranslations();
  const [pending, startTransition] = useTransition();

  function leave() {
    startTransition(async () => {
      const result = await signOutAction();
      if (!result.ok) toast.error(result.message);
    });
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex min-h-12 w-full items-center gap-2.5 rounded-lg px-2 py-1.5 text-start transition-colors hover:bg-hover data-[state=open]:bg-hover">
        <Avatar decorative id={session.userId} name={session.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium text-heading text-sm">{session.name}</span>
          <span className="block truncate text-subheading text-xs">{t(`roles.${session.role}`)}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-subheading" />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        side="top"
        align="start"
        className="w-(--radix-dropdown-menu-trigger-width) min-w-52"
      >
        <DropdownMenuLabel className="truncate">{session.email}</DropdownMenuLabel>
        <DropdownMenuSeparator />
        {workspaces}
        <ThemeChoice />
        <DropdownMenuSeparator />
        {!session.viewing && (
          <DropdownMenuItem asChild>
            <Link href="/settings/profile">
              <UserRound aria-hidden strokeWidth={1.75} />
              {t("settings.sections.profile")}
            </Link>
          </DropdownMenuItem>
        )}
        <DropdownMenuItem disabled={pending} onSelect={leave}>
          <LogOut aria-hidden strokeWidth={1.75} />
          {t("nav.signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
