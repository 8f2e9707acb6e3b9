"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import { CreateTag, TagDot, TagNameInput } from "#components/leads/tag-choice.tsx";
import { type NewTag, useTagSearch } from "#components/leads/use-tag-search.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { menuItemClasses } from "#components/ui/floating.ts";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";

/** A tag that is there already, or one to be made. */
export type ChosenTag = LeadTag | NewTag;

export interface TagPickerProps {
  tags: LeadTag[];
  onChoose: (tag: ChosenTag) => void;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  /** The key that opens it, where there is one. */
  hint?: ReactNode;
}

/** Finds a tag by its name, or makes one with a colour. */
export function TagPicker({ tags, onChoose, isOpen, setOpen, hint }: TagPickerProps) {
  const t = useTranslations("lead.tagPicker");
  const { typed, setTyped, setColor, found, exact, newTag } = useTagSearch(tags);

  function choose(tag: ChosenTag): void {
    setOpen(false);
    setTyped("");
    onChoose(tag);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const tag = exact ?? newTag;
    if (tag) choose(tag);
  }

  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" className="text-subheading">
          <Plus aria-hidden className="size-3.5!" />
          {t("add")}
          {hint}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t("title")} className="w-64 p-2 max-md:w-[282px]">
        <form noValidate onSubmit={submit} className="grid gap-2">
          <TagNameInput autoFocus value={typed} onChange={setTyped} />
          <ul className="max-h-44 overflow-y-auto">
            {found.map((tag) => (
              <li key={tag.id}>
                <button
                  type="button"
                  onClick={() => choose(tag)}
                  className={cn(menuItemClasses, "w-full hover:bg-hover")}
                >
                  <TagDot color={tag.color} />
                  <span className="truncate">{tag.name}</span>
                </button>
              </li>
            ))}
            {found.length === 0 && !newTag && (
              <li className="px-2 py-1 text-subheading text-xs">{t("none")}</li>
            )}
          </ul>
          {newTag && <CreateTag tag={newTag} onColor={setColor} />}
        </form>
      </PopoverContent>
    </Popover>
  );
}
