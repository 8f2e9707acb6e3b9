"use client";

import { useTranslations } from "next-intl";
import type { NewTag } from "#components/leads/use-tag-search.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { type Tone, toneClasses } from "#components/ui/status-pill.tsx";
import { type TagColor, tagColors } from "#lib/leads/model.ts";

const nameLimit = 40;

export interface TagNameInputProps {
  value: string;
  onChange: (name: string) => void;
  autoFocus?: boolean;
}

/** Where one types the name of a tag, to find it or to make it. */
export function TagNameInput({ value, onChange, autoFocus = false }: TagNameInputProps) {
  const t = useTranslations("lead.tagPicker");
  return (
    <Input
      autoFocus={autoFocus}
      autoComplete="off"
      aria-label={t("find")}
      placeholder={t("find")}
      maxLength={nameLimit}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Offers to make a tag in a colour; the button submits the form around it. */
export function CreateTag({ tag, onColor }: { tag: NewTag; onColor: (color: TagColor) => void }) {
  const t = useTranslations("lead.tagPicker");
  return (
    <div className="grid gap-2">
      <fieldset className="flex gap-1 max-md:gap-0">
        <legend className="sr-only">{t("color")}</legend>
        {tagColors.map((color) => (
          <label
            key={color}
            title={t(`colors.${color}`)}
            className="flex size-7 cursor-pointer items-center justify-center rounded-md border border-transparent has-checked:border-border-field has-focus-visible:outline-2 has-focus-visible:outline-ring max-md:size-11"
          >
            <input
              type="radio"
              name="color"
              className="sr-only"
              aria-label={t(`colors.${color}`)}
              checked={color === tag.color}
              onChange={() => onColor(color)}
            />
            <TagDot color={color} />
          </label>
        ))}
      </fieldset>
      <Button type="submit" className="min-w-0">
        <span className="truncate">{t("create", { name: tag.name })}</span>
      </Button>
    </div>
  );
}

export function TagDot({ color }: { color: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "flex size-4 shrink-0 items-center justify-center rounded-full",
        toneClasses[color as Tone],
      )}
    >
      <span className="size-2 rounded-full bg-current" />
    </span>
  );
}
