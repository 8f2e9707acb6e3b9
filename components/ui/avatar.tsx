import { cn } from "#components/ui/cn.ts";

const tints = [
  "bg-avatar-1",
  "bg-avatar-2",
  "bg-avatar-3",
  "bg-avatar-4",
  "bg-avatar-5",
  "bg-avatar-6",
] as const;

const sizes = { sm: "size-6 text-[10px]", md: "size-7 text-[11px]", lg: "size-10 text-sm" };

export interface AvatarProps {
  /** Picks the tint; the same id always has the same. */
  id: string;
  name: string;
  /** The name is written beside it, so it need not be read twice. */
  decorative?: boolean;
  size?: keyof typeof sizes;
  className?: string;
}

/** Initials on a tint. */
export function Avatar({ id, name, size = "md", decorative = false, className }: AvatarProps) {
  const label = decorative
    ? ({ "aria-hidden": true } as const)
    : { role: "img", "aria-label": name, title: name };
  return (
    <span
      {...label}
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold text-avatar-text",
        sizes[size],
        tintOf(id),
        className,
      )}
    >
      {initialsOf(name)}
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
