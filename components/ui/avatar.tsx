"use client";

import { cn } from "#components/ui/cn.ts";
import { usePortrait } from "#components/ui/portraits.tsx";

const tints = [
  "bg-avatar-1",
  "bg-avatar-2",
  "bg-avatar-3",
  "bg-avatar-4",
  "bg-avatar-5",
  "bg-avatar-6",
] as const;

const sizes = {
  sm: "size-6 text-[10px]",
  md: "size-7 text-[11px]",
  lg: "size-10 text-sm",
  xl: "size-20 text-2xl",
};

export interface AvatarProps {
  /** Picks the tint; the same id always has the same. */
  id: string;
  name: string;
  /** The name is written beside it, so it need not be read twice. */
  decorative?: boolean;
  size?: keyof typeof sizes;
  className?: string;
}

/** Somebody's photo, else initials on a tint. */
export function Avatar({ id, name, size = "md", decorative = false, className }: AvatarProps) {
  const portrait = usePortrait(id);
  const label = decorative
    ? ({ "aria-hidden": true } as const)
    : { role: "img", "aria-label": name, title: name };
  return (
    <span
      {...label}
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full font-semibold text-avatar-text",
        sizes[size],
        tintOf(id),
        className,
      )}
    >
      {portrait ? (
        // biome-ignore lint/performance/noImgElement: Next's optimiser would ask for it as nobody, and the address checks rights
        <img src={portrait} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return `${firstLetter(first)}${firstLetter(last)}`.toUpperCase();
}

function firstLetter(word: string): string {
  return Array.from(word)[0] ?? "";
}

function tintOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return tints[sum % tints.length] ?? tints[0];
}
