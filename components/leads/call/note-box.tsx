"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

export interface NoteBoxProps {
  ref: Ref<HTMLTextAreaElement>;
  value: string;
  onChange: (note: string) => void;
}

/** A note that goes with the outcome. Enter or Escape gives the keys back; Shift+Enter begins a new line. */
export function NoteBox({ ref, value, onChange }: NoteBoxProps) {
  const t = useTranslations("calling");
  return (
    <div className="relative">
      <Textarea
        ref={ref}
        rows={1}
        maxLength={2000}
        aria-label={t("note")}
        aria-keyshortcuts="N"
        placeholder={t("notePlaceholder")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          const isDone = event.key === "Escape" || (event.key === "Enter" && !event.shiftKey);
          if (!isDone || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
        className="field-sizing-content max-h-40 min-h-10 resize-none py-2 pe-10 max-md:min-h-11"
      />
      <Kbd className="pointer-events-none absolute top-[11px] end-3">N</Kbd>
    </div>
  );
}
