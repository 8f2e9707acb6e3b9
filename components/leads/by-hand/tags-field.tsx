"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TagPicker } from "#components/leads/detail/tag-picker.tsx";
import { TagPill } from "#components/leads/detail/tag-pill.tsx";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import type { ManualLeadInput } from "#lib/leads/schema.ts";

type NewTags = ManualLeadInput["tags"];

interface TagsFieldProps {
  all: LeadTag[];
  chosen: NewTags;
  onChange: (tags: NewTags) => void;
}

/** The tags that a new lead will have. */
export function TagsField({ all, chosen, onChange }: TagsFieldProps) {
  const t = useTranslations("lead.manual");
  const [isOpen, setOpen] = useState(false);
  const names = new Set(chosen.map(({ name }) => name));
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-heading text-sm">{t("tags")}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {chosen.map((tag) => (
          <TagPill
            key={tag.name}
            tag={tag}
            onRemove={() => onChange(chosen.filter(({ name }) => name !== tag.name))}
          />
        ))}
        <TagPicker
          isOpen={isOpen}
          setOpen={setOpen}
          tags={all.filter(({ name }) => !names.has(name))}
          onChoose={({ name, color }) =>
            onChange([...chosen, { name, color: color as NewTags[number]["color"] }])
          }
        />
      </div>
    </fieldset>
  );
}
