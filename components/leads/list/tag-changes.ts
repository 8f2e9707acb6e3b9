import type { LeadTag } from "#components/leads/lead-tags.tsx";
import type { NewTag } from "#components/leads/use-tag-search.ts";
import type { TagChange } from "#lib/leads/schema.ts";

/** A tag as the dialog lists it; one without an id is still to be made. */
export type ListedTag = LeadTag | NewTag;

/** What is to become of tags, by their names. What is not among them stays as it is on every lead. */
export type TagPlan = ReadonlyMap<string, TagChange["act"]>;

export interface TaggedLead {
  id: string;
  tags: { name: string }[];
}

/** How many of the leads have a tag. */
export function countTagged(leads: TaggedLead[], name: string): number {
  return leads.filter(({ tags }) => tags.some((tag) => tag.name === name)).length;
}

/** Whether the leads will have the tag: all, none, or some as now. */
export function stateOf(leads: TaggedLead[], plan: TagPlan, name: string): boolean | "indeterminate" {
  const act = plan.get(name);
  if (act) return act === "add";
  const count = countTagged(leads, name);
  return count === leads.length || (count > 0 && "indeterminate");
}

/** The plan after a press on a tag: those that only some have go to all, then to none, then back. */
export function toggle(leads: TaggedLead[], plan: TagPlan, name: string): TagPlan {
  const next = new Map(plan);
  const count = countTagged(leads, name);
  const act = plan.get(name);
  next.delete(name);
  if (act === "add" && count > 0) next.set(name, "remove");
  else if (!act) next.set(name, count === leads.length ? "remove" : "add");
  return next;
}

/** What the server is asked to do. */
export function changesOf(leads: TaggedLead[], plan: TagPlan, tags: ListedTag[]): TagChange[] {
  const ids = leads.map(({ id }) => id);
  return tags.flatMap((tag): TagChange[] => {
    const act = plan.get(tag.name);
    const known = "id" in tag ? { id: tag.id } : null;
    if (act === "add") return [{ act, ids, tag: known ?? { name: tag.name, color: (tag as NewTag).color } }];
    return act === "remove" && known ? [{ act, ids, tag: known }] : [];
  });
}
