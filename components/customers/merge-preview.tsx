"use client";

import { ArrowUpDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { addressLines } from "#components/leads/address-lines.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { EmailText } from "#components/ui/email-text.tsx";
import type { MergePreview, MergeSide } from "#lib/customers/merge.ts";
import { type MergePart, mergeParts } from "#lib/customers/model.ts";
import type { MergeInput } from "#lib/customers/schema.ts";

export interface MergePreviewProps {
  preview: MergePreview;
  pending: boolean;
  /** Back to the search; null where the other one was chosen before. */
  onBack: (() => void) | null;
  onSwap: () => void;
  onMerge: (input: MergeInput) => void;
}

/** Part by part what counts after the merge, and what moves. */
export function MergePreviewForm({ preview, pending, onBack, onSwap, onMerge }: MergePreviewProps) {
  const t = useTranslations("customers.merge");
  const noName = useTranslations("customers")("noName");
  const [taken, setTaken] = useState<MergePart[]>([]);
  const { kept, merged, conflicts, orders, leads, areStrangers } = preview;

  function choose(part: MergePart, side: "kept" | "merged"): void {
    const others = taken.filter((one) => one !== part);
    setTaken(side === "merged" ? [...others, part] : others);
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onMerge({ keptId: kept.id, mergedId: merged.id, taken });
      }}
    >
      {areStrangers && (
        <Alert tone="warning" role="alert" title={t("strangers")}>
          {t("strangersText")}
        </Alert>
      )}
      <div className="grid gap-2">
        <div className="grid grid-cols-2 gap-2 font-medium text-subheading text-xs">
          <span>{t("stays")}</span>
          <span>{t("goes")}</span>
        </div>
        {mergeParts.map((part) => (
          <PartChoice
            key={part}
            part={part}
            kept={kept}
            merged={merged}
            isConflict={conflicts.includes(part)}
            isTaken={taken.includes(part)}
            onChoose={(side) => choose(part, side)}
          />
        ))}
      </div>
      <p className="text-sm text-subheading">
        {t("moves", { orders, leads, name: merged.name ?? merged.phone ?? noName })}
      </p>
      <Button variant="ghost" size="sm" className="justify-self-start" disabled={pending} onClick={onSwap}>
        <ArrowUpDown aria-hidden />
        {t("swap")}
      </Button>
      <DialogFooter>
        {onBack && (
          <Button disabled={pending} onClick={onBack}>
            {t("back")}
          </Button>
        )}
        <Button type="submit" variant={areStrangers ? "destructive" : "outline"} loading={pending}>
          {t("confirm")}
        </Button>
      </DialogFooter>
    </form>
  );
}

interface PartChoiceProps {
  part: MergePart;
  kept: MergeSide;
  merged: MergeSide;
  isConflict: boolean;
  isTaken: boolean;
  onChoose: (side: "kept" | "merged") => void;
}

/** Both values of one part. Where they differ one is chosen; else the one that is there counts. */
function PartChoice({ part, kept, merged, isConflict, isTaken, onChoose }: PartChoiceProps) {
  const t = useTranslations("customers.merge");
  const keptText = useText(kept, part);
  const mergedText = useText(merged, part);
  const isKeptWinning = isConflict ? !isTaken : keptText !== "";
  const sides = [
    { side: "kept", text: keptText, wins: isKeptWinning },
    { side: "merged", text: mergedText, wins: !isKeptWinning },
  ] as const;
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="mb-1 text-subheading text-xs">{t(part)}</legend>
      {sides.map(({ side, text, wins }) => (
        <label
          key={side}
          className={cn(
            "flex min-h-11 min-w-0 items-start gap-2 rounded-lg border px-3 py-2.5 text-sm",
            wins && text ? "border-brand bg-selected text-heading" : "text-subheading",
            isConflict && "cursor-pointer hover:border-subheading",
          )}
        >
          <input
            type="radio"
            name={part}
            checked={wins && text !== ""}
            disabled={!isConflict}
            onChange={() => onChoose(side)}
            className="mt-1 shrink-0 accent-brand"
          />
          <bdi className="min-w-0 break-words">
            {part === "email" && text ? <EmailText email={text} /> : text || t("empty")}
          </bdi>
        </label>
      ))}
    </fieldset>
  );
}

function useText(side: MergeSide, part: MergePart): string {
  const locale = useLocale();
  if (part === "address") return addressLines(side.address, locale).join(", ");
  return side[part] ?? "";
}
