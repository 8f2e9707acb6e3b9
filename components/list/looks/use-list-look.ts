"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { defaultLook, type ListLook } from "#components/list/looks/list-look.ts";
import { callAction } from "#components/ui/call-action.ts";
import { saveListLookAction } from "#lib/base/list/actions.ts";
import type { ListName } from "#lib/base/list/names.ts";

/** How the person has a list, changed at once and kept on the server. */
export function useListLook(list: ListName, saved: ListLook | null) {
  const unreachable = useTranslations("errors")("unreachable");
  const [look, setLook] = useState(saved ?? defaultLook);
  const [, startTransition] = useTransition();

  function changeLook(next: ListLook): void {
    setLook(next);
    startTransition(async () => {
      const result = await callAction(() => saveListLookAction({ list, look: next }), unreachable);
      if (result.ok) return;
      setLook(look);
      toast.error(result.message);
    });
  }

  return { look, changeLook };
}
