import { Searched } from "#components/list/searched.tsx";
import { cn } from "#components/ui/cn.ts";

/** A name in a cell, on one line: what is too long is cut at its own end, also where it runs right to left, and said when it is pointed at. */
export function CutText({ text, className }: { text: string; className?: string }) {
  return (
    <span dir="auto" title={text} className={cn("inline-block max-w-full truncate align-bottom", className)}>
      <Searched text={text} />
    </span>
  );
}
