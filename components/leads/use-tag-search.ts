"use client";

import { useState } from "react";
import type { TagColor } from "#lib/leads/model.ts";

/** A tag that is still to be made. */
export interface NewTag {
  name: string;
  color: TagColor;
}

/** Finds tags by what is typed, and the one that would be made of it when there is none of that name. */
export function useTagSearch<Tag extends { name: string }>(tags: Tag[]) {
  const [typed, setTyped] = useState("");
  const [color, setColor] = useState<TagColor>("gray");
  const name = typed.trim();
  const found = tags.filter((tag) => tag.name.toLowerCase().includes(name.toLowerCase()));
  const exact = found.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
  const newTag: NewTag | null = name && !exact ? { name, color } : null;
  return { typed, setTyped, setColor, found, exact, newTag };
}
