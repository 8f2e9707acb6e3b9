"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import { StatusPill, type Tone } from "#components/ui/status-pill.tsx";

interface TagPillProps {
  tag: Pick<LeadTag, "name" | "color">;
  onRemove?: () => void;
}

/** A tag that can be taken off. */
export function TagPill({ tag, onRemove }: TagPillProps) {
  const t = useTranslations("lead.tagPicker");
  return (
    <StatusPill
      tone={tag.color as Tone}
      className="max-md:h-8 [&>span:last-child]:inline-flex [&>span:last-child]:items-center"
    >
      <span className="truncate" title={tag.name}>
        {tag.name}
      </span>
      {onRemove && (
        <button
          type="button"
          aria-label={t("remove", { tag: tag.name })}
          onClick={onRemove}
          className="relative -me-1 ms-1 rounded-full p-0.5 after:absolute after:-inset-1 hover:bg-current/15 max-md:after:-inset-2"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </StatusPill>
  );
}
