"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { changeWorkspaceAction } from "#lib/workspace/actions.ts";
import type { WorkspaceChange } from "#lib/workspace/schema.ts";

/** Saves what was chosen at once; a toast says how it went. `show` draws the choice before it is kept. */
export function useWorkspaceChange() {
  const t = useTranslations();
  const [pending, startTransition] = useTransition();

  function change(wanted: WorkspaceChange, show: () => void): void {
    startTransition(async () => {
      show();
      const result = await callAction(() => changeWorkspaceAction(wanted), t("errors.unreachable"));
      if (result.ok) toast.success(t("workspace.saved"));
      else toast.error(result.message);
    });
  }

  return { change, pending };
}
