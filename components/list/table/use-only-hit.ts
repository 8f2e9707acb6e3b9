import { useEffect, useRef } from "react";
import { openOnlyRow } from "#components/list/table/row-focus.ts";
import { useGoing } from "#components/ui/going.tsx";

/**
 * Opens what a search finds when it is the only one: at once, or as soon as the rows of the search are there.
 *
 * @param searched what the rows that are there were searched for
 * @param isFirstPage a row alone on a later page is not the only one
 */
export function useOnlyHit(searched: string, isFirstPage: boolean) {
  const { isGoing } = useGoing();
  const wanted = useRef("");

  useEffect(() => {
    if (wanted.current === "" || wanted.current !== searched) return;
    wanted.current = "";
    openOnlyRow();
  }, [searched]);

  return {
    /** Something else is searched for. */
    forget: () => {
      wanted.current = "";
    },
    open: (query: string) => {
      if (query !== searched) wanted.current = query;
      else if (isFirstPage && !isGoing) openOnlyRow();
    },
  };
}
