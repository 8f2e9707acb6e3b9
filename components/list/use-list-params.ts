"use client";

import { useQueryStates } from "nuqs";
import { useGoing } from "#components/ui/going.tsx";
import type { List, ListParams, ListPatch } from "#lib/base/list/define.ts";

/** A list's parameters in the address. The server reads them, so that a change asks it for other rows; those are its first page. */
export function useListParams<Params extends ListParams>({ parsers }: List<Params>) {
  const { start } = useGoing();
  const [params, setParams] = useQueryStates(parsers, {
    shallow: false,
    history: "push",
    startTransition: start,
  });

  function change(patch: ListPatch<Params>): void {
    void setParams({ ...patch, after: null, before: null });
  }

  // What nuqs makes of the parsers is what the list's definition calls its parameters, which types can't follow.
  return { params: params as unknown as Params, change };
}
