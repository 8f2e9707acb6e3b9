"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { menuItemClasses } from "#components/ui/floating.ts";
import { Input } from "#components/ui/input.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { type Tone, toneClasses } from "#components/ui/status-pill.tsx";
import { type TagColor, tagColors } from "#lib/leads/schema.ts";

/** A tag that is there already, or one to be made. */
export type ChosenTag = LeadTag | { name: string; color: TagColor };

const nameLimit = 40;

/** Finds a tag by its name, or makes one with a colour. */
export function TagPicker({ tags, onChoose }: { tags: LeadTag[]; onChoose: (tag: ChosenTag) => void }) {
  const t = useTranslations("lead.tagPicker");
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [color, setColor] = useState<TagColor>("gray");
  const name = typed.trim();
  const found = tags.filter((tag) => tag.name.toLowerCase().includes(name.toLowerCase()));
  const exact = found.find((tag) => tag.name.toLowerCase() === name.toLowerCase());

  function choose(tag: ChosenTag): void {
    setOpen(false);
    setTyped("");
    onChoose(tag);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    if (name) choose(exact ?? { name, color });
  }

  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" className="text-subheading">
          <Plus aria-hidden className="size-3.5!" />
          {t("add")}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t("title")} className="w-64 p-2">
        <form noValidate onSubmit={submit} className="grid gap-2">
          <Input
            autoFocus
            aria-label={t("find")}
            placeholder={t("find")}
            maxLength={nameLimit}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <ul className="max-h-44 overflow-y-auto">
            {found.map((tag) => (
              <li key={tag.id}>
                <button
                  type="button"
                  onClick={() => choose(tag)}
                  className={cn(menuItemClasses, "w-full hover:bg-hover")}
                >
                  <Dot color={tag.color} />
                  <span className="truncate">{tag.name}</span>
                </button>
              </li>
            ))}
            {found.length === 0 && !name && (
              <li className="px-2 py-1 text-subheading text-xs">{t("none")}</li>
            )}
          </ul>
          {name && !exact && (
            <>
              <ColorChoice color={color} onChange={setColor} />
              <Button type="submit" variant="primary" size="sm" className="min-w-0">
                <span className="truncate">{t("create", { name })}</span>
              </Button>
            </>
          )}
        </form>
      </PopoverContent>
    </Popover>
  );
}

function ColorChoice({ color, onChange }: { color: TagColor; onChange: (color: TagColor) => void }) {
  const t = useTranslations("lead.tagPicker");
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t("color")}</legend>
      {tagColors.map((one) => (
        <label
          key={one}
          title={t(`colors.${one}`)}
          className="flex size-7 cursor-pointer items-center justify-center rounded-md border border-transparent has-checked:border-border-field has-focus-visible:outline-2 has-focus-visible:outline-ring max-md:size-9"
        >
          <input
            type="radio"
            name="color"
            className="sr-only"
            aria-label={t(`colors.${one}`)}
            checked={one === color}
            onChange={() => onChange(one)}
          />
          <Dot color={one} />
        </label>
      ))}
    </fieldset>
  );
}

function Dot({ color }: { color: string }) {
  return (
    <span
      aria-hidden
      className={cn("flex size-4 items-center justify-center rounded-full", toneClasses[color as Tone])}
    >
      <span className="size-2 rounded-full bg-current" />
    </span>
  );
}
