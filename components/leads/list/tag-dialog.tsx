"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { inParts } from "#components/leads/in-parts.ts";
import type { SelectedLead } from "#components/leads/lead-row.ts";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import {
  changesOf,
  countTagged,
  type ListedTag,
  stateOf,
  type TagPlan,
  toggle,
} from "#components/leads/list/tag-changes.ts";
import { useTagChange } from "#components/leads/list/use-tag-change.ts";
import { CreateTag, TagDot, TagNameInput } from "#components/leads/tag-choice.tsx";
import { type NewTag, useTagSearch } from "#components/leads/use-tag-search.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { leadsLimit, tagChangesLimit } from "#lib/leads/model.ts";

export interface TagDialogProps {
  /** The leads to tag; null while it is closed. */
  leads: SelectedLead[] | null;
  /** All tags of the workspace. */
  tags: LeadTag[];
  onDone: () => void;
  onClose: () => void;
}

/** Gives tags to several leads at once, and takes others off them. */
export function TagDialog({ leads, tags, onDone, onClose }: TagDialogProps) {
  const t = useTranslations("leads.tags");
  // While the dialog fades out it still shows what it was about.
  const [shown, setShown] = useState<SelectedLead[]>([]);
  if (leads && leads !== shown) setShown(leads);
  return (
    <Dialog open={leads !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent onOpenAutoFocus={withoutKeyboard}>
        <DialogHeader>
          <DialogTitle>{t("title", { count: shown.length })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <TagForm
          leads={shown}
          tags={tags}
          onDone={() => {
            onDone();
            onClose();
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

/** On a touch screen the focus in the field would raise a keyboard over the tags. */
function withoutKeyboard(event: Event): void {
  if (!matchMedia("(pointer: coarse)").matches || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.focus();
}

interface TagFormProps {
  leads: SelectedLead[];
  tags: LeadTag[];
  onDone: () => void;
}

function TagForm({ leads, tags, onDone }: TagFormProps) {
  const t = useTranslations("leads.tags");
  const [plan, setPlan] = useState<TagPlan>(new Map());
  const [created, setCreated] = useState<NewTag[]>([]);
  const all: ListedTag[] = [...created, ...tags];
  const { typed, setTyped, setColor, found, exact, newTag } = useTagSearch(all);
  const { changeTags, isPending } = useTagChange();
  const changes = changesOf(leads, plan, all);
  const isTooMuch = changes.length > tagChangesLimit;
  const canApply = changes.length > 0 && !isTooMuch;

  function apply(): void {
    if (!canApply || isPending) return;
    const parts = inParts(leads, leadsLimit);
    changeTags(
      parts.map((part) => ({ changes: changesOf(part, plan, all) })),
      onDone,
    );
  }

  function choose(tag: ListedTag): void {
    if (tag === newTag) setCreated([newTag, ...created]);
    setPlan(toggle(leads, plan, tag.name));
    setTyped("");
  }

  /** Enter takes the tag that is typed; when none is, it applies what was chosen. */
  function submit(event: FormEvent): void {
    event.preventDefault();
    const tag = exact ?? newTag;
    if (tag) choose(tag);
    else apply();
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-3">
      <TagNameInput value={typed} onChange={setTyped} />
      {found.length > 0 && (
        <ul className="-mx-1 max-h-60 overflow-y-auto max-md:max-h-[40dvh]">
          {found.map((tag) => (
            <li key={tag.name}>
              <TagLine
                tag={tag}
                state={stateOf(leads, plan, tag.name)}
                aside={t("some", { count: countTagged(leads, tag.name), total: leads.length })}
                onToggle={() => setPlan(toggle(leads, plan, tag.name))}
              />
            </li>
          ))}
        </ul>
      )}
      {all.length === 0 && !newTag && <p className="text-sm text-subheading">{t("none")}</p>}
      {newTag && <CreateTag tag={newTag} onColor={setColor} />}
      {isTooMuch && (
        <Alert tone="warning" role="alert">
          {t("tooMany", { limit: tagChangesLimit })}
        </Alert>
      )}
      <DialogFooter>
        <Button variant="primary" loading={isPending} disabled={!canApply} onClick={apply}>
          {t("submit", { count: leads.length })}
        </Button>
      </DialogFooter>
    </form>
  );
}

interface TagLineProps {
  tag: ListedTag;
  state: boolean | "indeterminate";
  /** How many have it, said where only some do. */
  aside: string;
  onToggle: () => void;
}

function TagLine({ tag, state, aside, onToggle }: TagLineProps) {
  const id = useId();
  return (
    <div className="flex min-h-9 items-center gap-2.5 rounded-lg px-2 hover:bg-hover max-md:min-h-11">
      <Checkbox id={id} checked={state} onCheckedChange={onToggle} />
      <label
        htmlFor={id}
        className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 py-2 text-sm max-md:py-3"
      >
        <TagDot color={tag.color} />
        <span className="truncate">{tag.name}</span>
        {state === "indeterminate" && (
          <span className="ms-auto shrink-0 text-subheading text-xs tabular-nums">{aside}</span>
        )}
      </label>
    </div>
  );
}
