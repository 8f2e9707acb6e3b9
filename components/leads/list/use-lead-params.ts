"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import type { ParamsPatch } from "#components/leads/list/filter-kinds.ts";
import { leadListParams } from "#lib/leads/filters.ts";

/** The list's parameters in the address. The server reads them, so that a change asks it for other rows; those are its first page. */
export function useLeadParams() {
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(leadListParams, {
    shallow: false,
    history: "push",
    startTransition,
  });

  function change(patch: ParamsPatch): void {
    void setParams({ ...patch, after: null, before: null });
  }

  return { params, change, isPending };
}
