import { type MouseEvent, type RefObject, useEffect } from "react";
import { keepOpened, openedFrom } from "#components/list/table/opened-row.ts";
import { focusRow } from "#components/list/table/row-focus.ts";
import type { KeptSelection } from "#components/list/table/selection.ts";
import { opensElsewhere } from "#components/ui/opens-elsewhere.ts";

/** Gives whoever comes back from a row's page the row again: in sight, and with the focus. Answers what hears which row is opened. */
export function useOpenedRow<Selected>(
  container: RefObject<HTMLElement | null>,
  kept: KeptSelection<Selected>,
): (event: MouseEvent) => void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only whoever comes back is led there
  useEffect(() => {
    const id = openedFrom(kept.scope)?.id;
    if (!id) return;
    keepOpened(null);
    focusRow(id, container.current);
  }, []);

  return (event) => {
    const { target } = event;
    if (opensElsewhere(event)) return;
    const link = target instanceof Element ? target.closest("a[data-row-link]") : null;
    const id = link?.closest<HTMLElement>("[data-row-id]")?.dataset.rowId;
    if (id) keepOpened({ scope: kept.scope, id, kept });
  };
}
