"use client";

import { useTranslations } from "next-intl";
import { TableCell, TableHead } from "#components/data-table/table.tsx";
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
      <Checkbox
        className="block"
        aria-label={t("selectAll")}
        checked={state}
        onCheckedChange={(checked) => onChange(checked === true)}
      />
    </TableHead>
  );
}

export interface SelectRowProps {
  /** What the row is called, for screen readers. */
  name: string;
  selected: boolean;
  onChange: (selected: boolean) => void;
}

export function SelectRowCell(props: SelectRowProps) {
  return (
    <TableCell meta={meta}>
      <SelectRow {...props} />
    </TableCell>
  );
}

/** Above the row's link, so that a press selects and does not open. */
export function SelectRow({ name, selected, onChange }: SelectRowProps) {
  const t = useTranslations("table");
  return (
    <Checkbox
      className="relative z-10 block"
      aria-label={t("select", { name })}
      checked={selected}
      onCheckedChange={(checked) => onChange(checked === true)}
    />
  );
}
