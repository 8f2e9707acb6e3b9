"use client";

import { useTranslations } from "next-intl";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { deleteViewAction } from "#lib/base/list/actions.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";

/** Deletes a view, says how that went, and answers whether it is gone. */
export function useRemoval(view: SavedView): () => Promise<boolean> {
  const t = useTranslations("views");
  const act = useViewAct();
  return () => act(() => deleteViewAction({ id: view.id }), t("removed", { name: view.name }));
}

/** Does something with a view, says how that went, and answers whether it went well; what is seen at once needs no word. */
export function useViewAct() {
  const unreachable = useTranslations("errors")("unreachable");
  return async (action: () => Promise<ActionResult<void>>, success?: string): Promise<boolean> => {
    const result = await callAction(action, unreachable);
    if (!result.ok) toast.error(result.message);
    else if (success) toast.success(success);
    return result.ok;
  };
}
