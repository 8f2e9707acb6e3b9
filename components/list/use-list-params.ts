"use client";

import { type UseQueryStatesKeysMap, useQueryStates, type Values } from "nuqs";
import { useTransition } from "react";

/** A change of a list's parameters; null is the default. */
export type ListPatch<Params> = { [Name in keyof Params]?: Params[Name] | null };

/** A list's parameters in the address. The server reads them, so that a change asks it for other rows; those are its first page. */
export function useListParams<Parsers extends UseQueryStatesKeysMap>(parsers: Parsers) {
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(parsers, { shallow: false, history: "push", startTransition });

  function change(patch: ListPatch<Values<Parsers>>): void {
    void setParams({ ...patch, after: null, before: null });
  }

  return { params, change, isPending };
}
