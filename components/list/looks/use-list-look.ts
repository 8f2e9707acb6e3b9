"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { ListLook } from "#components/list/looks/list-look.ts";
import { callAction } from "#components/ui/call-action.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { PreferredList } from "#lib/base/list/looks/schema.ts";

export type SaveLook = (change: { list: PreferredList; look: ListLook }) => Promise<ActionResult<void>>;

/** How the person has a list, changed at once and kept on the server. */
export function useListLook(list: PreferredList, initial: ListLook, save: SaveLook) {
  const unreachable = useTranslations("errors")("unreachable");
  const [look, setLook] = useState(initial);
  const [, startTransition] = useTransition();

  function changeLook(next: ListLook): void {
    setLook(next);
    startTransition(async () => {
      const result = await callAction(() => save({ list, look: next }), unreachable);
      if (result.ok) return;
      setLook(look);
      toast.error(result.message);
    });
  }

  return { look, changeLook };
}
