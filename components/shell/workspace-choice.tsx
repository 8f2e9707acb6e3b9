"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import {
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from "#components/ui/dropdown-menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { chooseWorkspaceAction } from "#lib/team/actions.ts";

export interface WorkspaceChoiceProps {
  workspaces: { id: string; name: string }[];
  /** The one that the person is in. */
  chosenId: string;
}

/** Goes to another workspace of the person, inside a menu. */
export function WorkspaceChoice({ workspaces, chosenId }: WorkspaceChoiceProps) {
  const t = useTranslations("nav");
  const unreachable = useTranslations("errors")("unreachable");
  const [, startTransition] = useTransition();

  function choose(workspaceId: string): void {
    startTransition(async () => {
      const result = await callAction(() => chooseWorkspaceAction({ workspaceId }), unreachable);
      if (!result.ok) toast.error(result.message);
    });
  }

  return (
    <>
      <DropdownMenuLabel>{t("workspaces")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={chosenId} onValueChange={choose}>
        {workspaces.map(({ id, name }) => (
          <DropdownMenuRadioItem key={id} value={id}>
            <span className="truncate">{name}</span>
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
    </>
  );
}
