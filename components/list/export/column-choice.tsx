"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { ColumnId } from "#lib/export/columns.ts";

export interface ColumnChoiceProps {
  columns: ColumnId[];
  leftOut: string[];
  onChange: (leftOut: string[]) => void;
  /** While the file is on its way. */
  disabled: boolean;
}

/** Which columns a file has: said in a line, and to be chosen once that is asked for. */
export function ColumnChoice({ columns, leftOut, onChange, disabled }: ColumnChoiceProps) {
  const t = useTranslations("export");
  const [isOpen, setOpen] = useState(false);
  const count = columns.filter((id) => !leftOut.includes(id)).length;
  const isWhole = count === columns.length;
  return (
    <fieldset disabled={disabled} className="grid min-w-0 gap-2">
      <legend className="sr-only">{t("choose")}</legend>
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm text-subheading tabular-nums">
          {isWhole ? t("allColumns", { count }) : t("someColumns", { count, total: columns.length })}
        </p>
        {isOpen ? (
          <Button variant="ghost" size="sm" onClick={() => onChange(isWhole ? [...columns] : [])}>
            {isWhole ? t("chooseNone") : t("chooseAll")}
          </Button>
        ) : (
          <Button variant="ghost" size="sm" aria-expanded={false} onClick={() => setOpen(true)}>
            {t("choose")}
          </Button>
        )}
      </div>
      {isOpen && <ColumnBoxes columns={columns} leftOut={leftOut} onChange={onChange} />}
    </fieldset>
  );
}

/** Its height cuts a row in two, so that one sees that there are more. */
function ColumnBoxes({ columns, leftOut, onChange }: Omit<ColumnChoiceProps, "disabled">) {
  const t = useTranslations("export");
  return (
    <div className="grid max-h-[min(308px,45dvh)] grid-cols-2 gap-x-4 overflow-y-auto rounded-lg border px-3 py-1.5">
      {columns.map((id) => (
        <ColumnBox
          key={id}
          label={t(`columns.${id}`)}
          isChosen={!leftOut.includes(id)}
          onChoose={(isChosen) => onChange(isChosen ? leftOut.filter((one) => one !== id) : [...leftOut, id])}
        />
      ))}
    </div>
  );
}

interface ColumnBoxProps {
  label: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function ColumnBox({ label, isChosen, onChoose }: ColumnBoxProps) {
  const id = useId();
  return (
    <div className="flex h-8 min-w-0 items-center gap-2 max-md:h-11">
      <Checkbox id={id} checked={isChosen} onCheckedChange={onChoose} />
      <label htmlFor={id} className="min-w-0 flex-1 truncate text-sm">
        {label}
      </label>
    </div>
  );
}
