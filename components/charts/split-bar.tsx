import { type Texture, textureClasses } from "#components/charts/texture.ts";
import { cn } from "#components/ui/cn.ts";

export interface SplitBarPart {
  texture: Texture;
  count: number;
}

export interface SplitBarProps {
  parts: SplitBarPart[];
  /** What the full width stands for. */
  of: number;
  className?: string;
}

/** A number split into its parts, each as long as its share; the words and figures stand beside it. */
export function SplitBar({ parts, of, className }: SplitBarProps) {
  return (
    <div aria-hidden className={cn("flex base:h-3 w-full gap-0.5", className)}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ texture, count }) => (
          <span
            key={texture}
            className={cn("h-full min-w-1 rounded-xs", textureClasses[texture])}
            style={{ width: `${(100 * count) / of}%` }}
          />
        ))}
    </div>
  );
}
