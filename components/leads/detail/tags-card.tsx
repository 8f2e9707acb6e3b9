"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useOptimistic, useTransition } from "react";
import { ActKey } from "#components/leads/detail/act-key.tsx";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { type ChosenTag, TagPicker } from "#components/leads/detail/tag-picker.tsx";
import { TagPill } from "#components/leads/detail/tag-pill.tsx";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { addTagAction, removeTagAction } from "#lib/leads/actions.ts";

/** The tags of the lead of a page, whose keys add one, too. */
export function TagsOfPage(props: Omit<TagsCardProps, "isOpen" | "setOpen" | "hint">) {
  const { asked, ask } = useLeadWork();
  return (
    <TagsCard
      {...props}
      isOpen={asked === "tag"}
      setOpen={(isOpen) => ask(isOpen ? "tag" : null)}
      hint={<ActKey act="tag" />}
    />
  );
}

export interface TagsCardProps {
  leadId: string;
  tags: LeadTag[];
  /** All tags of the workspace; null for those who only read. */
  allTags: LeadTag[] | null;
  /** Whether one is being chosen. */
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  /** The key that opens the choice. */
  hint: ReactNode;
}

/** The tags of a lead, which can be taken off and added to; both show at once. */
export function TagsCard({ leadId, tags, allTags, ...picker }: TagsCardProps) {
  const t = useTranslations("lead");
  const unreachable = useTranslations("errors")("unreachable");
  const [shown, show] = useOptimistic(tags);
  const [, startTransition] = useTransition();

  function apply(next: LeadTag[], act: () => Promise<ActionResult<void>>): void {
    startTransition(async () => {
      show(next);
      const result = await callAction(act, unreachable);
      if (!result.ok) toast.error(result.message);
    });
  }

  function add(tag: ChosenTag): void {
    const wanted = "id" in tag ? { id: tag.id } : { name: tag.name, color: tag.color };
    const added: LeadTag = { id: tag.name, ...tag };
    apply([...shown, added], () => addTagAction({ ids: [leadId], tag: wanted }));
  }

  function remove(tag: LeadTag): void {
    apply(
      shown.filter(({ id }) => id !== tag.id),
      () => removeTagAction({ ids: [leadId], tagId: tag.id }),
    );
  }

  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("tags")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-wrap items-center gap-1.5 text-sm text-subheading">
        {shown.map((tag) => (
          <TagPill key={tag.id} tag={tag} {...(allTags && { onRemove: () => remove(tag) })} />
        ))}
        {!allTags && shown.length === 0 && t("noTags")}
        {allTags && (
          <TagPicker tags={allTags.filter((tag) => isMissing(tag, shown))} onChoose={add} {...picker} />
        )}
      </CardContent>
    </Card>
  );
}

function isMissing(tag: LeadTag, among: LeadTag[]): boolean {
  return among.every(({ name }) => name.toLowerCase() !== tag.name.toLowerCase());
}
