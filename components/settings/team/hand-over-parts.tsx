"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { HandOver } from "#lib/handover/schema.ts";

const parts = ["stores", "leads", "products"] as const;

type Chosen = Record<(typeof parts)[number], boolean>;

export interface HandOverPartsProps {
  /** Whose it is, and who would take it over. */
  name: string;
  receiver: string;
  /** Null while it is being counted. */
  preview: HandOver | null;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** What would change hands, part by part. */
export function HandOverParts({ name, receiver, preview, chosen, onChange }: HandOverPartsProps) {
  const t = useTranslations("team.handOver");
  if (!preview) return <Skeleton className="h-44" />;
  return (
    <>
      <ul className="divide-y divide-border rounded-lg border">
        {parts.map((part) => (
          <Part
            key={part}
            label={t(part, { count: preview[part] })}
            hint={t(`${part}Hint`, { name })}
            isThere={preview[part] > 0}
            isChosen={chosen[part]}
            onChange={(isChosen) => onChange({ ...chosen, [part]: isChosen })}
          />
        ))}
      </ul>
      {preview.productsStaying > 0 && (
        <Alert tone="warning">{t("staying", { count: preview.productsStaying, receiver })}</Alert>
      )}
    </>
  );
}

interface PartProps {
  label: string;
  hint: string;
  isThere: boolean;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

function Part({ label, hint, isThere, isChosen, onChange }: PartProps) {
  const id = useId();
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 p-3">
      <Checkbox
        id={id}
        aria-describedby={`${id}-hint`}
        checked={isThere && isChosen}
        disabled={!isThere}
        onCheckedChange={onChange}
        className="mt-0.5"
      />
      <label htmlFor={id} className="font-medium text-heading text-sm">
        {label}
      </label>
      <p id={`${id}-hint`} className="wrap-anywhere col-start-2 text-subheading text-xs">
        {hint}
      </p>
    </li>
  );
}
