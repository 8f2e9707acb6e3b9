"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { TableCell, TableHead } from "#components/list/table/table.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";

const meta = { width: "40px" };

export interface SelectAllProps {
  state: boolean | "indeterminate";
  onChange: (selected: boolean) => void;
}

export function SelectAllHead({ state, onChange }: SelectAllProps) {
  const t = useTranslations("table");
  return (
    <TableHead meta={meta}>
      <Checkbox aria-label={t("selectAll")} checked={state} onCheckedChange={onChange} />
    </TableHead>
  );
}

export interface SelectRowProps {
  /** What the row is called, for screen readers. */
  name: string;
  selected: boolean;
  /** A press with Shift is about all rows since the last one. */
  onToggle: (isRange: boolean) => void;
}

/** A row that can't be selected keeps the room of its box. */
export function SelectRowCell({ canSelect, ...props }: SelectRowProps & { canSelect: boolean }) {
  return <TableCell meta={meta}>{canSelect && <SelectRow {...props} />}</TableCell>;
}

/** Above the row's link, so that a press selects and does not open. */
export function SelectRow({ name, selected, onToggle }: SelectRowProps) {
  const t = useTranslations("table");
  return (
    <Checkbox
      className="z-10"
      aria-label={t("select", { name })}
      checked={selected}
      onMouseDown={keepTextUnselected}
      onClick={(event) => onToggle(event.shiftKey)}
    />
  );
}

/** With Shift the browser would select the text since the last press. Told not to, it gives no focus either. */
function keepTextUnselected(event: MouseEvent<HTMLElement>): void {
  if (!event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.focus();
}
