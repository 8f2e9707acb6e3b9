import { type Texture, textureClasses } from "#components/charts/texture.ts";
import { cn } from "#components/ui/cn.ts";

/** The small square that stands beside the word for a texture. */
export function Swatch({ texture, className }: { texture: Texture; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn("inline-block size-2.5 shrink-0 rounded-xs", textureClasses[texture], className)}
    />
  );
}

/** A word with its swatch, as in a legend. */
export function LegendEntry({ texture, label }: { texture: Texture; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-subheading text-xs">
      <Swatch texture={texture} />
      {label}
    </span>
  );
}

/** What the three parts of a split bar are called; phones, where the words stand under the bars, go without. */
export function SplitLegend({ kept, open, lost }: Record<"kept" | "open" | "lost", string>) {
  return (
    <span className="flex gap-3 max-md:hidden">
      <LegendEntry texture="kept" label={kept} />
      <LegendEntry texture="open" label={open} />
      <LegendEntry texture="lost" label={lost} />
    </span>
  );
}
