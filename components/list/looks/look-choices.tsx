"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { type ColumnScreen, narrowClasses } from "#components/list/looks/column-screen.ts";
import { arrangeColumns, defaultLook, type ListLook, moveColumn } from "#components/list/looks/list-look.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import { type Density, densities } from "#lib/base/list/looks/model.ts";

/** A column as the menu names it. */
export interface LookColumn {
  id: string;
  label: string;
  fixed?: boolean;
  /** The screens that have room for it. */
  from?: ColumnScreen;
  /** No row on this page says anything in it. */
  isEmpty?: boolean;
}

export interface LookChoicesProps {
  /** The columns of the list; a fixed one is always shown. */
  columns: LookColumn[];
  look: ListLook;
  onChange: (look: ListLook) => void;
}

/** The columns of a list, each shown or not and moved to its place, and how high the rows are. */
export function LookChoices({ columns, look, onChange }: LookChoicesProps) {
  const t = useTranslations("table.view");
  const ids = arrangeColumns(
    columns.map((column) => column.id),
    look.order,
  );
  const ordered = ids.flatMap((id) => columns.find((column) => column.id === id) ?? []);

  function show(id: string, isShown: boolean): void {
    const others = look.hidden.filter((one) => one !== id);
    onChange({ ...look, hidden: isShown ? others : [...others, id] });
  }

  return (
    <div className="grid gap-3">
      <fieldset className="grid gap-0.5">
        <legend className="mb-1.5 text-subheading text-xs">{t("columns")}</legend>
        {ordered.map((column) => (
          <ColumnLine
            key={column.id}
            {...column}
            isShown={!look.hidden.includes(column.id)}
            onShow={(isShown) => show(column.id, isShown)}
            moved={{
              up: moveColumn(ids, look.hidden, column.id, -1),
              down: moveColumn(ids, look.hidden, column.id, 1),
            }}
            onMove={(order) => onChange({ ...look, order })}
          />
        ))}
      </fieldset>
      <DensityChoice density={look.density} onChange={(density) => onChange({ ...look, density })} />
      <Button variant="ghost" size="sm" onClick={() => onChange({ ...look, ...defaultLook })}>
        {t("reset")}
      </Button>
    </div>
  );
}

interface ColumnLineProps extends Omit<LookColumn, "id"> {
  isShown: boolean;
  onShow: (isShown: boolean) => void;
  /** The columns in their order once this one has moved; null where it can't go. */
  moved: { up: string[] | null; down: string[] | null };
  onMove: (order: string[]) => void;
}

function ColumnLine({
  label,
  fixed = false,
  from,
  isEmpty,
  isShown,
  onShow,
  moved,
  onMove,
}: ColumnLineProps) {
  const t = useTranslations("table.view");
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <Checkbox id={id} checked={isShown} disabled={fixed} onCheckedChange={onShow} />
      <label htmlFor={id} className="min-w-0 flex-1 text-sm">
        <span className="block truncate">{label}</span>
        {isShown && isEmpty && <span className={hintClasses}>{t("empty")}</span>}
        {isShown && !isEmpty && from && (
          <span className={cn(hintClasses, narrowClasses[from])}>{t("tooNarrow")}</span>
        )}
      </label>
      <MoveButton label={t("moveLeft", { name: label })} order={moved.up} onMove={onMove}>
        <ChevronUp aria-hidden />
      </MoveButton>
      <MoveButton label={t("moveRight", { name: label })} order={moved.down} onMove={onMove}>
        <ChevronDown aria-hidden />
      </MoveButton>
    </div>
  );
}

const hintClasses = "base:block text-subheading text-xs";

interface MoveButtonProps {
  label: string;
  order: string[] | null;
  onMove: (order: string[]) => void;
  children: ReactNode;
}

/** At the edge it is not disabled, which would take the focus from whoever moves a column there by keyboard. */
function MoveButton({ label, order, onMove, children }: MoveButtonProps) {
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-disabled={order === null}
      aria-label={label}
      onClick={() => order && onMove(order)}
    >
      {children}
    </Button>
  );
}

function DensityChoice({ density, onChange }: { density: Density; onChange: (density: Density) => void }) {
  const t = useTranslations("table.view");
  return (
    <fieldset>
      <legend className="mb-1.5 text-subheading text-xs">{t("rows")}</legend>
      <div className="grid grid-cols-3 gap-1 rounded-lg bg-hover p-1">
        {densities.map((one) => (
          <label
            key={one}
            className={cn(
              "relative flex h-7 cursor-pointer items-center justify-center rounded-md text-sm has-focus-visible:outline-2 has-focus-visible:outline-ring",
              one === density ? "bg-surface font-medium text-heading" : "hover:text-heading",
            )}
          >
            <input
              type="radio"
              name="density"
              className="sr-only"
              checked={one === density}
              onChange={() => onChange(one)}
            />
            {t(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
