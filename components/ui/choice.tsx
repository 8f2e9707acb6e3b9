import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

export interface ChoiceProps {
  name: string;
  /** What tells it from others of its name. */
  text: ReactNode;
  disabled?: boolean;
  onChoose: () => void;
}

/** Something found that can be chosen. */
export function Choice({ name, text, disabled = false, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onChoose}
      className="flex min-h-[52px] w-full items-center gap-3 rounded-lg px-2 text-start transition-colors hover:bg-hover disabled:opacity-60"
    >
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium text-heading text-sm">{name}</bdi>
        <span className="block truncate text-subheading text-xs">{text}</span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-subheading" />
    </button>
  );
}
