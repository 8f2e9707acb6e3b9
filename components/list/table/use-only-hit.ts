import { useEffect, useRef } from "react";
import { openOnlyRow } from "#components/list/table/row-focus.ts";

/** Opens what a search finds when it is the only one: at once, or as soon as the rows of the search are there. */
export function useOnlyHit(rows: readonly unknown[]) {
  /** The rows of the search before. */
  const former = useRef<readonly unknown[] | null>(null);
  const isWanted = useRef(false);

  useEffect(() => {
    if (former.current === null || former.current === rows) return;
    former.current = null;
    if (isWanted.current) openOnlyRow();
    isWanted.current = false;
  }, [rows]);

  return {
    /** Something else is searched for. */
    forget: () => {
      former.current = rows;
      isWanted.current = false;
    },
    open: () => {
      if (former.current === null) openOnlyRow();
      else isWanted.current = true;
    },
  };
}
